# Two loops.
def aufgabe_2d(W, x, grad_y):
    n_out, n_in = W.shape
    grad_x = np.zeros(n_in)
    for j in range(n_in):
        for i in range(n_out):
            grad_x[j] += W[i, j] * grad_y[i]
    return grad_x
