# LaTeX with another running index.
aufgabe_1d = r"\sigma'(s_N) \, w_N \, \sigma'(s_1) \, x \prod_{k=2}^{N/2} \left[ \sigma'(s_{2k-1}) + w_{2k-1} \, w_{2k-2} \, \sigma'(s_{2k-1}) \, \sigma'(s_{2k-2}) \right]"
