# Python syntax in a string.
aufgabe_2b = "n_in * sigma**2 * gamma**2"
