# Plain lists with None in the place of s_0.
def aufgabe_1c(x, w, b, sigma):
    s, o = [None], [x]
    for i in range(1, len(w)):
        argument = w[i] * o[-1] + b[i]
        if i % 2 == 1 and i > 1:
            argument += o[-2]
        s.append(argument)
        o.append(sigma(argument))
    return s, o
