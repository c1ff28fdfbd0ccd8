# A column vector.
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y.reshape(-1, 1)
