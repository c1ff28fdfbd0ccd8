# Nothing is returned.
#
# /// bank
# says = "return"
# ///
def aufgabe_2d(W, x, grad_y):
    grad_x = W.T @ grad_y
