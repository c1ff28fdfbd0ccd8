# A number instead of a function.
aufgabe_2a = 0.0
