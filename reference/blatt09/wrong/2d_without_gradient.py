# The gradient with respect to y is left out.
#
# /// bank
# says = "Gradient nach y kommt"
# ///
def aufgabe_2d(W, x, grad_y):
    return W.sum(axis=0)
