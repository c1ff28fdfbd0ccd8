# LaTeX: ±√(3/…).
#
# /// bank
# says = "halb so groß"
# cells = ["antwort-3c"]
# outcome = "partly"
# points = 1.0
# ///
aufgabe_3c = r"\pm\sqrt{\frac{3}{n_{in}+n_{out}}}"
