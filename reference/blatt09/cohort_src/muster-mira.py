# %% antwort-1d
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    # Kettenregel Layer für Layer: D[i] ist die Ableitung von o_i nach w_1
    D = [0.0, x * dsigma(s[1])]
    for i in range(2, len(w)):
        innen = w[i] * D[i - 1]
        if i % 2 == 1:
            innen = innen + D[i - 2]
        D.append(dsigma(s[i]) * innen)
    return D[-1]

# %% antwort-3c
def aufgabe_3c(n_in, n_out, sigma, gamma):
    varianz = 2 / (n_in + n_out)
    breite = np.sqrt(12 * varianz)
    return -breite / 2, breite / 2
