# After the activation, in torch.
#
# /// bank
# beside = ["variants/1d_post_loop"]
# ///
import torch


def aufgabe_1c(x, w, b, sigma):
    o = [torch.as_tensor(x, dtype=torch.float64)]
    s = [torch.tensor(torch.nan, dtype=torch.float64)]
    for i in range(1, len(w)):
        s.append(torch.as_tensor(w[i]) * o[i - 1] + torch.as_tensor(b[i]))
        y = sigma(s[i])
        o.append(y + o[i - 2] if i % 2 and i > 1 else y)
    return torch.stack(s), torch.stack(o)
