# Python syntax in a string.
aufgabe_1d = "x*dsigma(s[1]) * prod(dsigma(s[2*j+1])*(1 + w[2*j+1]*w[2*j]*dsigma(s[2*j])) for j in range(1, N/2)) * w[N]*dsigma(s[N])"
