# LaTeX with named bounds.
#
# /// bank
# cells = ["antwort-3c"]
# ///
aufgabe_3c = r"a = -\sqrt{\tfrac{6}{n_{in}+n_{out}}}, \quad b = \sqrt{\tfrac{6}{n_{in}+n_{out}}}"
