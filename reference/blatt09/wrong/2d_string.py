# A formula instead of numbers.
#
# /// bank
# says = "Zahlen"
# ///
def aufgabe_2d(W, x, grad_y):
    return "W.T @ grad_y"
