# LaTeX, the variance of the weights as a power.
#
# /// bank
# cells = ["antwort-1e"]
# ///
aufgabe_1e = r"\operatorname{Var}(W)^L \cdot \operatorname{Var}(x) \cdot \prod_{l=1}^{L} n_{l-1}"
