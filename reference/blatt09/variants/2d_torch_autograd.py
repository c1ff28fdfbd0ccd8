# torch's autograd computes it.
import torch


def aufgabe_2d(W, x, grad_y):
    x = torch.tensor(x, requires_grad=True)
    y = torch.tensor(W) @ x
    (gradient,) = torch.autograd.grad(y, x, grad_outputs=torch.tensor(grad_y))
    return gradient
