# A number instead of a function.
aufgabe_2e = 0.0
