# LaTeX with o_0 for x.
aufgabe_1a = r"\left(\prod_{i=2}^{N} \sigma'(s_i) \, w_i\right) \sigma'(s_1) \, o_0"
