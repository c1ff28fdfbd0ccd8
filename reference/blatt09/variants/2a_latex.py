# LaTeX with the whole chain of equations.
aufgabe_2a = r"\mathbb{E}[y_i] = \sum_{j=1}^{n_{in}} \mathbb{E}[w_{ij}] \, \mathbb{E}[x_j] = 0"
