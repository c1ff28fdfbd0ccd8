# LaTeX over second moments.
aufgabe_2b = r"n_{in} \cdot \mathbb{E}[w_{ij}^2] \cdot \mathbb{E}[x_j^2]"
