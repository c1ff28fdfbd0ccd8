# LaTeX: the other layer size.
#
# /// bank
# says = "andere Größe"
# ///
aufgabe_2b = r"n_{out} \sigma^2 \gamma^2"
