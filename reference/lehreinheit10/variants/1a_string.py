# Python syntax in a string.
aufgabe_1a = "n_in * var_w * var_x"
