# The gradient with respect to W.
#
# /// bank
# says = "Gradient nach W"
# ///
def aufgabe_2d(W, x, grad_y):
    return np.outer(grad_y, x)
