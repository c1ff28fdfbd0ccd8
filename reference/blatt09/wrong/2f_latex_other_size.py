# LaTeX: the other layer size.
#
# /// bank
# says = "Form von W"
# ///
aufgabe_2f = r"n_{in} \sigma^2 \gamma^2"
