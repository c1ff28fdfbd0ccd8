# Two strings in Python syntax.
#
# /// bank
# cells = ["antwort-1f"]
# ///
aufgabe_1f = ("var_x / 2", "n_in * var_w * var_x / 2")
