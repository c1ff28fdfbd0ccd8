# Only the Jacobian of the layer, not transposed.
#
# /// bank
# says = "Jacobi"
# ///
def aufgabe_2d(W, x, grad_y):
    return W
