# A factor 2, as from a squared loss.
#
# /// bank
# says = "konstanten Faktor"
# ///
def aufgabe_2d(W, x, grad_y):
    return 2 * W.T @ grad_y
