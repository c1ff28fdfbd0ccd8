# LaTeX with ±.
#
# /// bank
# cells = ["antwort-3c"]
# ///
aufgabe_3c = r"\pm \sqrt{\frac{6}{n_{in} + n_{out}}}"
