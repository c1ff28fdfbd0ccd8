# Both in one string.
aufgabe_3b = "(0, 2/(n_in + n_out))"
