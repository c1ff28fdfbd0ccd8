# LaTeX.
aufgabe_1b = r"\frac{1}{n_{in}}"
