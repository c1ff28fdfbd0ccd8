# Right as LaTeX, but s_1 is spelled out.
#
# /// bank
# outcome = "undecided"
# says = "Mensch"
# ///
aufgabe_1a = r"x\,\sigma'(w_1 x + b_1)\prod_{i=2}^N w_i\,\sigma'(s_i)"
