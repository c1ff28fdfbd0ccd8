# LaTeX: w_N σ'(s_N) is missing.
#
# /// bank
# says = "letzten Layers fehlt"
# ///
aufgabe_1d = r"x \sigma'(s_1) \prod_{j=1}^{(N-2)/2} \sigma'(s_{2j+1}) (1 + w_{2j+1} w_{2j} \sigma'(s_{2j}))"
