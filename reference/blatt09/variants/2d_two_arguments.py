# Only the needed arguments, in another order.
def aufgabe_2d(grad_y, W):
    return np.inner(W.T, grad_y)
