# LaTeX: the other layer size.
#
# /// bank
# says = "andere Größe"
# ///
aufgabe_2f = r"n_{in} \sigma^2 \gamma^2"
