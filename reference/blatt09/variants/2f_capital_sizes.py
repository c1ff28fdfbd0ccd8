# A string with capital sizes and the variance of the matrix W.
aufgabe_2f = "N_out * Var(W) * gamma**2"
