# Lists of length N that begin with layer 1.
def aufgabe_1c(x, w, b, sigma):
    vor, nach = [], []
    letzter = x
    for i in range(1, len(w)):
        z = w[i] * letzter + b[i]
        if i % 2 == 1 and i != 1:
            z += nach[i - 3]
        vor.append(z)
        nach.append(sigma(z))
        letzter = nach[-1]
    return np.array(vor), np.array(nach)
