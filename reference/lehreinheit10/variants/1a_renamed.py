# Arguments renamed.
def aufgabe_1a(n, m, v, u):
    return n * v * u
