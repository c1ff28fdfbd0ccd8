# torch in double precision, tensors come back.
import torch


def aufgabe_1c(x, w, b, sigma):
    w, b = torch.from_numpy(w), torch.from_numpy(b)
    N = len(w) - 1
    s = torch.full((N + 1,), float("nan"), dtype=torch.float64)
    o = torch.full((N + 1,), float("nan"), dtype=torch.float64)
    o[0] = x
    for i in range(1, N + 1):
        s[i] = w[i] * o[i - 1] + b[i]
        if 3 <= i <= N - 1 and i % 2 == 1:
            s[i] += o[i - 2]
        o[i] = sigma(s[i])
    return s, o
