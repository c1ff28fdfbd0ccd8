# Two LaTeX strings.
#
# /// bank
# cells = ["antwort-1f"]
# ///
aufgabe_1f = (
    r"\frac{1}{2} \operatorname{Var}(x)",
    r"\frac{n_{in}}{2} \operatorname{Var}(W) \operatorname{Var}(x)",
)
