# LaTeX: the product begins at 1.
#
# /// bank
# says = "w_1 kommt in der Ableitung nach w_1 nicht"
# ///
aufgabe_1a = r"x \prod_{i=1}^{N} w_i \sigma'(s_i)"
