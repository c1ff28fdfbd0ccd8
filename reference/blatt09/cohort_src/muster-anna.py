# %% anna-differenzenquotient after="antwort-1a"
h = 1e-6
w_plus, w_minus = probe_w.copy(), probe_w.copy()
w_plus[1] += h
w_minus[1] -= h
o_plus = probe_kette(0.7, w_plus, probe_b, probe_sigma)[1][-1]
o_minus = probe_kette(0.7, w_minus, probe_b, probe_sigma)[1][-1]
print("Differenzenquotient:", (o_plus - o_minus) / (2 * h))
print("Meine Formel:       ", aufgabe_1a(0.7, probe_w, probe_b, probe_s, probe_o, probe_sigma, probe_dsigma))

# %% antwort-1b [markdown]
# ### Antwort 1b
#
# Der Gradient ist ein Produkt aus $N$ Ableitungen $\sigma'(s_i)$ und $N-1$ Gewichten. Wenn jeder
# Faktor z. B. 0,25 ist, hat man nach 10 Layern nur noch etwa $10^{-6}$, das nennt man *vanishing*.
# Wenn jeder Faktor 4 ist, hat man $10^{6}$, das ist *exploding*. Schuld ist also das Multiplizieren.
