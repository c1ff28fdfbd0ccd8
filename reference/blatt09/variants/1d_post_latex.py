# After the activation, LaTeX.
#
# /// bank
# beside = ["variants/1c_post"]
# ///
aufgabe_1d = r"x \cdot \sigma'(s_1) \cdot \prod_{j=1}^{(N-2)/2} \left(1 + w_{2j} w_{2j+1} \sigma'(s_{2j}) \sigma'(s_{2j+1})\right) \cdot w_N \cdot \sigma'(s_N)"
