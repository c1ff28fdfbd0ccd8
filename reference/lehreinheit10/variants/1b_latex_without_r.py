# LaTeX without r: a form feed stands for \\f.
aufgabe_1b = "\frac1{n_{ein}}"
