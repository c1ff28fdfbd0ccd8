# torch in its default precision, a tensor with one element.
import torch


def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    w = torch.tensor(np.array(w), dtype=torch.float32)
    ds = dsigma(torch.tensor(np.array(s), dtype=torch.float32))
    teile = [x * ds[1], w[-1] * ds[-1]]
    for i in range(3, len(w) - 1, 2):
        teile.append(ds[i] * (1 + w[i] * w[i - 1] * ds[i - 1]))
    return torch.stack(teile).prod().reshape(1)
