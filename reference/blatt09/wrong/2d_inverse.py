# The pseudo-inverse.
#
# /// bank
# says = "Inverse"
# ///
def aufgabe_2d(W, x, grad_y):
    return np.linalg.pinv(W) @ grad_y
