# A cell asks for input, another one reads a file that is not there; neither holds an answer.
# %% frage after="importe"
name = input("Ihr Name? ")

# %% daten after="antwort-2d"
with open("messwerte.csv") as datei:
    zeilen = datei.readlines()
