# A pair of strings.
#
# /// bank
# cells = ["antwort-3c"]
# ///
aufgabe_3c = ("-sqrt(6/(n_in+n_out))", "sqrt(6/(n_in+n_out))")
