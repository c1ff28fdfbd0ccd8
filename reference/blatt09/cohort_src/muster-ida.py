# %% ida-hilfen after="importe"
f32 = np.float32


def faktor(gewicht, voraktivierung, strich):
    return f32(gewicht) * f32(strich(voraktivierung))

# %% antwort-1a
def aufgabe_1a(eingabe, gewichte, bias, vor, nach, akt, strich):
    ergebnis = f32(eingabe) * f32(strich(vor[1]))
    for g, v in zip(gewichte[2:], vor[2:]):
        ergebnis = ergebnis * faktor(g, v, strich)
    return f32(ergebnis)

# %% antwort-1c
def aufgabe_1c(eingabe, gewichte, bias, akt):
    n = len(gewichte)
    vor, nach = np.zeros(n, dtype=f32), np.zeros(n, dtype=f32)
    vor[0], nach[0] = np.nan, eingabe
    for i in range(1, n):
        vor[i] = gewichte[i] * nach[i - 1] + bias[i]
        if i > 2 and i % 2:
            vor[i] += nach[i - 2]
        nach[i] = akt(vor[i])
    return vor, nach

# %% antwort-1d
def aufgabe_1d(eingabe, gewichte, bias, vor, nach, akt, strich):
    n = len(gewichte) - 1
    ergebnis = f32(eingabe) * f32(strich(vor[1]))
    for i in range(2, n - 1, 2):
        klammer = f32(1) + f32(gewichte[i + 1]) * faktor(gewichte[i], vor[i], strich)
        ergebnis = ergebnis * klammer * f32(strich(vor[i + 1]))
    return ergebnis * faktor(gewichte[n], vor[n], strich)

# %% antwort-2b
def aufgabe_2b(breite_ein, breite_aus, streuung_w, streuung_x):
    return breite_ein * np.square(streuung_w * streuung_x)

# %% antwort-2d
def aufgabe_2d(matrix, eingabe, gradient):
    return (matrix.astype(f32) * gradient.astype(f32)[:, None]).sum(axis=0)

# %% antwort-2f
def aufgabe_2f(breite_ein, breite_aus, streuung_w, streuung_g):
    return breite_aus * np.square(streuung_w * streuung_g)

# %% antwort-3c-stichprobe
def xavier_uniform(n_in, n_out, rng):
    b = np.sqrt(6 / (n_in + n_out))
    return rng.uniform(-b, b, (n_out, n_in)).astype(f32)
