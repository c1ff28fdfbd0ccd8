# LaTeX: standard deviations for variances.
#
# /// bank
# says = "Standardabweichungen, keine Varianzen"
# ///
aufgabe_2f = r"n_{out} \cdot \sigma \cdot \gamma"
