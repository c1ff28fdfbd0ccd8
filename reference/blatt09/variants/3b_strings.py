# A pair of strings.
aufgabe_3b = ("0", "2/(n_in+n_out)")
