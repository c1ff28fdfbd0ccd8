# The rows of W in the wrong order.
#
# /// bank
# says = "Werte stimmen nicht"
# ///
def aufgabe_2d(W, x, grad_y):
    return W[::-1].T @ grad_y
