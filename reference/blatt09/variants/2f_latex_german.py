# LaTeX with German indices and cdot.
aufgabe_2f = r"n_\text{aus} \cdot \sigma^{2} \cdot \gamma^{2}"
