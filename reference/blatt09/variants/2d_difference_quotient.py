# An exact difference quotient: the layer is linear.
def aufgabe_2d(W, x, grad_y):
    def loss(eingabe):
        return grad_y @ (W @ eingabe)

    return np.array([loss(x + e) - loss(x - e) for e in np.eye(len(x))]) / 2
