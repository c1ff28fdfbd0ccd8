# %% dora-schleife after="antwort-1c"
# warten, bis die Kette konvergiert
x = 0.7
while True:
    x = probe_kette(x, probe_w, probe_b, probe_sigma)[1][-1]
