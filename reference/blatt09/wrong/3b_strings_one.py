# Strings: 1 in the numerator.
#
# /// bank
# says = "Zähler"
# ///
aufgabe_3b = ("0", "1/(n_in+n_out)")
