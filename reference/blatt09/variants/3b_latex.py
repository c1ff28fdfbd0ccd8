# LaTeX.
aufgabe_3b = r"\left(0, \frac{2}{n_{in} + n_{out}}\right)"
