# One cell is no Python: it costs its part only.
#
# /// bank
# [parts.2d]
# outcome = "not_found"
# says = "keinen Namen"
# ///
# %% antwort-2d
def aufgabe_2d(W, x, grad_y)
    return W.T @ grad_y
