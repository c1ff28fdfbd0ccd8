# LaTeX over the given variances.
aufgabe_2b = r"n_{in} \cdot \operatorname{Var}(w) \cdot \operatorname{Var}(x)"
