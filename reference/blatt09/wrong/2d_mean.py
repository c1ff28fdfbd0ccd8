# The mean over the outputs.
#
# /// bank
# says = "gemittelt"
# ///
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y / len(grad_y)
