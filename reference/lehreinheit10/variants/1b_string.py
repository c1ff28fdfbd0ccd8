# Python syntax in a string.
aufgabe_1b = "1/n_in"
