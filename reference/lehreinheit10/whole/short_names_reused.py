# x, w, y, netz, layer, widths, seed and n are used for other things later on.
# %% eigene-zelle after="antwort-2e-regionen"
x, w, y, z, n, l, L = "x", None, [1], {}, 3, 4, 5
netz, layer, widths, seed = "Netz", [], (), "Saat"
bits = verlauf = generator = "überschrieben"
