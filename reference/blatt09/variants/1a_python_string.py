# Python syntax in a string.
aufgabe_1a = "x * dsigma(s[1]) * prod(w[i] * dsigma(s[i]) for i in range(2, N + 1))"
