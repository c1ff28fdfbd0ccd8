# %% antwort-1a
import torch


def t(zahlen):
    return torch.as_tensor(zahlen, dtype=torch.float64)


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    w, s = t(w), t(s)
    return t(x) * dsigma(s[1]) * torch.prod(w[2:] * dsigma(s[2:]))

# %% antwort-1c
def aufgabe_1c(x, w, b, sigma):
    w, b = t(w), t(b)
    s, o = [t(float("nan"))], [t(x)]
    for i in range(1, len(w)):
        z = w[i] * o[-1] + b[i]
        if i % 2 == 1 and i > 1:
            z = z + o[-2]
        s.append(z)
        o.append(sigma(z))
    return torch.stack(s), torch.stack(o)

# %% antwort-1d
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    w, ds = t(w), dsigma(t(s))
    gerade, ungerade = slice(2, -1, 2), slice(3, -1, 2)
    klammern = 1 + w[gerade] * w[ungerade] * ds[gerade]
    return t(x) * ds[1] * torch.prod(ds[ungerade] * klammern) * w[-1] * ds[-1]

# %% antwort-2d
def aufgabe_2d(W, x, grad_y):
    eingabe = t(x).clone().requires_grad_()
    (t(W) @ eingabe).backward(t(grad_y))
    return eingabe.grad

# %% antwort-3c
def aufgabe_3c(n_in, n_out, sigma, gamma):
    b = torch.sqrt(torch.tensor(6.0, dtype=torch.float64) / (n_in + n_out))
    return -b, b

# %% antwort-3c-stichprobe
def xavier_uniform(n_in, n_out, rng):
    b = (6 / (n_in + n_out)) ** 0.5
    return torch.from_numpy(rng.uniform(-b, b, size=(n_out, n_in)))
