# Names with a typo and another case: found and said so.
# %% antwort-1b
def Aufgabe_1b(n_in, n_out, var_w, var_x):
    return 1 / n_in

# %% antwort-2a
def aufgabe2a(vorher, nachher):
    return [
        ((b.weight - a.weight).norm() / a.weight.norm()).item()
        for a, b in zip(vorher[::2], nachher[::2])
    ]
