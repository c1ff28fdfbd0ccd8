# A list of two lists, plain floats throughout.
def aufgabe_1c(x, w, b, sigma):
    w, b = w.tolist(), b.tolist()
    s, o = [float("nan")] * len(w), [float(x)] + [0.0] * (len(w) - 1)
    for i in range(1, len(w)):
        s[i] = w[i] * o[i - 1] + b[i]
        if i % 2 and i > 2:
            s[i] += o[i - 2]
        o[i] = sigma(s[i])
    return [s, o]
