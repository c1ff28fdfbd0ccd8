# LaTeX with Var.
aufgabe_1a = r"n_{in} \operatorname{Var}(W) \operatorname{Var}(x)"
