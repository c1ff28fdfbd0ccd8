# A column as nested lists.
def aufgabe_2d(W, x, grad_y):
    return [[float(spalte @ grad_y)] for spalte in W.T]
