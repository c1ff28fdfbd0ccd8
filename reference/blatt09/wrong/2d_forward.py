# The layer itself.
#
# /// bank
# says = "Vektor der Länge"
# ///
def aufgabe_2d(W, x, grad_y):
    return W @ x
