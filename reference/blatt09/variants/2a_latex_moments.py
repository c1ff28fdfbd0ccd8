# LaTeX over the given expectations.
aufgabe_2a = r"n_{in} \cdot \mathbb{E}[w] \cdot \mathbb{E}[x]"
