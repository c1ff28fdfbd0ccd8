# German names in a string.
aufgabe_2b = "n_ein * Var(w) * Var(x)"
