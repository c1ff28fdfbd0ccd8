# %% antwort-1a
import jax.numpy as jnp


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return x * dsigma(s[1]) * jnp.prod(w[2:] * dsigma(s[2:]))
