# The weights as a string.
#
# /// bank
# cells = ["antwort-1f-gewichte"]
# ///
aufgabe_1f_gewichte = "2 / n_in"
