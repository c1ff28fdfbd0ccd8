# LaTeX with the names of the parameters.
aufgabe_3b = r"m = 0, \quad s^2 = \frac{2}{n_{in}+n_{out}}"
