# The same in LaTeX.
#
# /// bank
# says = "anderen Architektur"
# ///
aufgabe_1d = r"x \sigma'(s_1) \left(\prod_{j=1}^{(N-2)/2} (1 + w_{2j} w_{2j+1} \sigma'(s_{2j}) \sigma'(s_{2j+1}))\right) w_N \sigma'(s_N)"
