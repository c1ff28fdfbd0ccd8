# Multiplied by x, as in the gradient of the weights.
#
# /// bank
# says = "hängt hier nicht von x ab"
# ///
def aufgabe_2d(W, x, grad_y):
    return (W.T @ grad_y) * x
