# numpy.matrix.
def aufgabe_2d(W, x, grad_y):
    J_y_x = np.asmatrix(W)
    J_L_y = np.asmatrix(grad_y)
    return np.asarray(J_L_y * J_y_x)
