# The gradient with respect to y is passed on.
#
# /// bank
# says = "Vektor der Länge"
# ///
def aufgabe_2d(W, x, grad_y):
    return grad_y
