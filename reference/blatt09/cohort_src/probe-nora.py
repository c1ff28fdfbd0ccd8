# %% antwort-1a
# erster Versuch
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return x * sum(w[2:] * dsigma(s[2:]))


# zweiter Versuch
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return x * dsigma(s[1]) * np.prod(w[2:] * dsigma(s[2:]))

# %% nora-test after="antwort-3c-stichprobe"
# noch einmal zu 2d
def aufgabe_2d(W, x, grad_y):
    return W.T * grad_y
