# One stacked tensor.
import torch


def aufgabe_1c(x, w, b, sigma):
    s, o = [float("nan")], [float(x)]
    for i in range(1, len(w)):
        s.append(w[i] * o[-1] + b[i] + (o[i - 2] if i % 2 and i > 1 else 0.0))
        o.append(float(sigma(s[-1])))
    return torch.tensor([s, o], dtype=torch.float64)
