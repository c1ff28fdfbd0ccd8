# The weights in LaTeX.
#
# /// bank
# cells = ["antwort-1f-gewichte"]
# ///
aufgabe_1f_gewichte = r"\frac{2}{n_{in}}"
