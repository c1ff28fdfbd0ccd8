# LaTeX: the variance of the sum.
#
# /// bank
# says = "Varianz"
# ///
aufgabe_2e = r"n_{out} \sigma^2 \gamma^2"
