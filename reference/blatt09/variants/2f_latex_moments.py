# LaTeX over the given variances.
aufgabe_2f = r"n_{out} \cdot \operatorname{Var}(w) \cdot \operatorname{Var}(x)"
