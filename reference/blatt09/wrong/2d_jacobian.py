# Only the Jacobian of the layer.
#
# /// bank
# says = "Jacobi"
# ///
def aufgabe_2d(W, x, grad_y):
    return W.T
