# torch in its default precision, a tensor with one element comes back.
import torch


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    gewichte = torch.tensor([float(g) for g in w], dtype=torch.float32)
    vor = torch.tensor([float(z) for z in s], dtype=torch.float32)
    ergebnis = torch.tensor([x], dtype=torch.float32) * dsigma(vor[1])
    for g, z in zip(gewichte[2:], vor[2:]):
        ergebnis = ergebnis * g * dsigma(z)
    return ergebnis
