# Elementwise product.
#
# /// bank
# says = "nicht über W summiert"
# ///
def aufgabe_2d(W, x, grad_y):
    return W * grad_y[:, None]
