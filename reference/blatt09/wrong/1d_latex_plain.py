# LaTeX: 1a's formula once more.
#
# /// bank
# says = "ohne Skip Connections"
# ///
aufgabe_1d = r"x \sigma'(s_1) \prod_{i=2}^{N} w_i \sigma'(s_i)"
