# LaTeX with a product.
#
# /// bank
# cells = ["antwort-1e"]
# ///
aufgabe_1e = r"\operatorname{Var}(x) \prod_{l=0}^{L-1} n_l \operatorname{Var}(W)"
