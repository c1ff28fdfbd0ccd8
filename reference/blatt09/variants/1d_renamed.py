# Other names for the arguments, in the stated order.
def aufgabe_1d(eingabe, gewichte, bias, vor, nach, akt, strich):
    n = len(gewichte) - 1
    ergebnis = eingabe * strich(vor[1]) * gewichte[n] * strich(vor[n])
    for g0, g1, v0, v1 in zip(gewichte[2:n:2], gewichte[3:n:2], vor[2:n:2], vor[3:n:2]):
        ergebnis *= strich(v1) * (1 + g1 * g0 * strich(v0))
    return ergebnis
