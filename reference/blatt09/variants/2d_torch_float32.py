# A loss whose gradient is the given one, in torch's default precision.
import torch


def aufgabe_2d(W, x, grad_y):
    eingabe = torch.tensor(list(x), dtype=torch.float32, requires_grad=True)
    schicht = torch.nn.Linear(len(x), len(grad_y), bias=False)
    schicht.weight.data = torch.tensor(W, dtype=torch.float32)
    loss = (schicht(eingabe) * torch.tensor(grad_y, dtype=torch.float32)).sum()
    loss.backward()
    return eingabe.grad
