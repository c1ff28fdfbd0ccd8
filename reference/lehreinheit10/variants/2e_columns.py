# Column by column.
#
# /// bank
# cells = ["antwort-2e"]
# ///
def aufgabe_2e_normieren(z):
    spalten = [(spalte - spalte.mean()) / spalte.std() for spalte in z.T]
    return torch.stack(spalten, dim=1)
