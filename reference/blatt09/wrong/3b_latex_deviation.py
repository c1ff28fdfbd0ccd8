# LaTeX: the standard deviation.
#
# /// bank
# says = "keine Standardabweichung"
# ///
aufgabe_3b = r"\left(0, \sqrt{\frac{2}{n_{in}+n_{out}}}\right)"
