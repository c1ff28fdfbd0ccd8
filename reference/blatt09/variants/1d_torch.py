# torch in double precision.
import torch


def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    w, ds = torch.tensor(w), dsigma(torch.tensor(s))
    ergebnis = x * ds[1]
    for j in range(1, len(w) // 2 - 1 + len(w) % 2):
        if 2 * j + 1 < len(w) - 1:
            ergebnis = ergebnis * ds[2 * j + 1] * (w[2 * j + 1] * w[2 * j] * ds[2 * j] + 1)
    return ergebnis * w[-1] * ds[-1]
