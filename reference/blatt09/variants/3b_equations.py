# Named equations in one string.
aufgabe_3b = "m = 0; s^2 = 2/(n_in + n_out)"
