# %% kira-daten after="probe-code"
# Eingaben aus meiner Tabelle (mit Excel gespeichert: Semikolon und Komma)
import csv

with open("messwerte.csv", encoding="cp1252", newline="") as datei:
    zeilen = list(csv.DictReader(datei, delimiter=";"))
eingaben = [float(zeile["Größe"].replace(",", ".")) for zeile in zeilen]
for eingabe in eingaben:
    print(eingabe, "->", probe_kette(eingabe, probe_w, probe_b, probe_sigma)[1][-1])

# %% antwort-1a
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return x * np.prod(dsigma(s[1:])) * np.prod(w[2:])
