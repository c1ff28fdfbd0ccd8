# LaTeX without r, German index.
aufgabe_1a = "n_\text{ein} \cdot \operatorname{Var}(W) \cdot \operatorname{Var}(x)"
