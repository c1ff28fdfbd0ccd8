# A stray sign, as in a descent step.
#
# /// bank
# says = "Vorzeichen"
# ///
def aufgabe_2d(W, x, grad_y):
    return -W.T @ grad_y
