# The cell of 2d imports a package that is not installed.
#
# /// bank
# [parts.2d]
# outcome = "environment"
# says = "Paket"
# ///
# %% antwort-2d
import einops_gibt_es_nicht


def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y
