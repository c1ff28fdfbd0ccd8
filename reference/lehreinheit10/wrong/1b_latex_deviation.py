# LaTeX with the standard deviation.
#
# /// bank
# says = "Standardabweichung der Gewichte"
# ///
aufgabe_1b = r"\frac{1}{\sqrt{n_{in}}}"
