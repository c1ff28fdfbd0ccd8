# LaTeX with German indices and a semicolon.
aufgabe_3b = r"\left(0;\ \frac{2}{n_\text{ein} + n_\text{aus}}\right)"
