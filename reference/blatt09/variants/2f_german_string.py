# German names in a string.
aufgabe_2f = "n_aus * Var(w) * Var(x)"
