import numpy as np


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return x * np.prod([dsigma(z) for z in s[1:]]) * np.prod(w[2:])


def aufgabe_1c(x, w, b, sigma):
    s, o = [np.nan], [x]
    for i in range(1, len(w)):
        z = w[i] * o[i - 1] + b[i]
        if i % 2 == 1 and i != 1:
            z += o[i - 2]
        s.append(z)
        o.append(sigma(z))
    return s, o


def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    g = x * dsigma(s[1]) * w[-1] * dsigma(s[-1])
    for i in range(2, len(w) - 2, 2):
        g *= dsigma(s[i + 1]) * (1 + w[i + 1] * w[i] * dsigma(s[i]))
    return g


def aufgabe_2a(n_in, n_out, sigma, gamma):
    return 0


def aufgabe_2b(n_in, n_out, sigma, gamma):
    return n_in * sigma**2 * gamma**2


def aufgabe_2d(W, x, grad_y):
    return np.dot(grad_y, W)


def aufgabe_2e(n_in, n_out, sigma, gamma):
    return 0


def aufgabe_2f(n_in, n_out, sigma, gamma):
    return n_out * sigma**2 * gamma**2


def aufgabe_3b(n_in, n_out, sigma, gamma):
    return 0, 2 / (n_in + n_out)


def aufgabe_3c(n_in, n_out, sigma, gamma):
    return -((6 / (n_in + n_out)) ** 0.5), (6 / (n_in + n_out)) ** 0.5


def xavier_uniform(n_in, n_out, rng):
    return rng.uniform(*aufgabe_3c(n_in, n_out, 0, 0), (n_out, n_in))
