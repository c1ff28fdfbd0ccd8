# LaTeX with German indices and cdot.
aufgabe_2b = r"n_\text{ein} \cdot \sigma^{2} \cdot \gamma^{2}"
