# The row vector from the left.
def aufgabe_2d(W, x, grad_y):
    return grad_y @ W
