# LaTeX: the other layer size.
#
# /// bank
# says = "Form von W"
# ///
aufgabe_2b = r"n_{out} \sigma^2 \gamma^2"
