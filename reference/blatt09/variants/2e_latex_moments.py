# LaTeX over the given expectations.
aufgabe_2e = r"n_{out} \cdot \mathbb{E}[w] \cdot \mathbb{E}[x]"
