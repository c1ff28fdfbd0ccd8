# LaTeX: the variance of the sum.
#
# /// bank
# says = "Varianz"
# ///
aufgabe_2a = r"n_{in} \sigma^2 \gamma^2"
