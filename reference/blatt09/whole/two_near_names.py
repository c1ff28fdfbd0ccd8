# Two near names for one answer: a human decides.
#
# /// bank
# [parts.2d]
# outcome = "ambiguous"
# says = "mehrere ähnliche Namen"
# ///
# %% antwort-2d
def aufgabe2d(W, x, grad_y):
    return W.T @ grad_y


def Aufgabe_2d(W, x, grad_y):
    return W @ grad_y
