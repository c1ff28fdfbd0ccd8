# All arguments as keywords in a dictionary.
def aufgabe_1a(**g):
    w, s, strich = g["w"], g["s"], g["dsigma"]
    return g["x"] * strich(s[1]) * np.prod([w[i] * strich(s[i]) for i in range(2, len(w))])
