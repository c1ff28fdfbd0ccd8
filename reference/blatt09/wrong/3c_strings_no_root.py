# Strings: no root.
#
# /// bank
# says = "Es fehlt eine Wurzel"
# cells = ["antwort-3c"]
# outcome = "partly"
# points = 1.0
# ///
aufgabe_3c = ("-6/(n_in+n_out)", "6/(n_in+n_out)")
