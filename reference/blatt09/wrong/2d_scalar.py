# Summed to a single number.
#
# /// bank
# says = "Vektor der Länge"
# ///
def aufgabe_2d(W, x, grad_y):
    return np.sum(W.T @ grad_y)
