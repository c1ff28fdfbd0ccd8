# LaTeX as a raw string.
aufgabe_1a = r"x \, \sigma'(s_1) \prod_{i=2}^{N} w_i \, \sigma'(s_i)"
