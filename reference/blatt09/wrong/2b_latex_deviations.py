# LaTeX: standard deviations for variances.
#
# /// bank
# says = "Standardabweichungen, keine Varianzen"
# ///
aufgabe_2b = r"n_{in} \cdot \sigma \cdot \gamma"
