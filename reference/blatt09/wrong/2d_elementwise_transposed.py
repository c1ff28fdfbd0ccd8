# Elementwise product with the transposed matrix.
#
# /// bank
# says = "nicht über W summiert"
# ///
def aufgabe_2d(W, x, grad_y):
    return W.T * grad_y
