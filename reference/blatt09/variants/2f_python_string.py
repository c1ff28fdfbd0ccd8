# Python syntax in a string.
aufgabe_2f = "n_out * sigma**2 * gamma**2"
