# The same mistake in LaTeX: x is forgotten.
#
# /// bank
# says = "aus s_1 nach w_1"
# ///
aufgabe_1a = r"\sigma'(s_1) \prod_{i=2}^{N} w_i \sigma'(s_i)"
