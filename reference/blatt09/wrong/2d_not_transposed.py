# W itself.
#
# /// bank
# says = "falschen Index"
# outcome = "raised"
# ///
def aufgabe_2d(W, x, grad_y):
    return W @ grad_y
