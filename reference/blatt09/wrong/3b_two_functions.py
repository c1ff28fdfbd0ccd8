# One function per parameter, in a tuple.
#
# /// bank
# says = "eine Funktion, die alle Werte zurückgibt"
# outcome = "unreadable"
# ///
aufgabe_3b = (lambda n_in, n_out, sigma, gamma: 0, lambda n_in, n_out, sigma, gamma: 2 / (n_in + n_out))
