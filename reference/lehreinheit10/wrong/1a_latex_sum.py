# LaTeX with the sum of the variances.
#
# /// bank
# says = "addieren sich die Varianzen nicht"
# ///
aufgabe_1a = r"n_{in} (\operatorname{Var}(W) + \operatorname{Var}(x))"
