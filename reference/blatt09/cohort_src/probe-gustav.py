# %% antwort-2d
def aufgabe_2d(W, x, grad_y)
    return W.T @ grad_y
