# torch in its default precision, lists of 0-d tensors.
import torch


def aufgabe_1c(x, w, b, sigma):
    s, o = [torch.tensor(float("nan"))], [torch.tensor(float(x))]
    for i in range(1, len(w)):
        z = torch.tensor(float(w[i])) * o[i - 1] + torch.tensor(float(b[i]))
        if i > 2 and i % 2 != 0:
            z = z + o[i - 2]
        s.append(z)
        o.append(sigma(z))
    return s, o
