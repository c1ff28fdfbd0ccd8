# Nothing is returned.
#
# /// bank
# says = "return"
# ///
def aufgabe_1c(netz, x):
    for modul in netz:
        x = modul(x)
        print(x.mean(), x.var())
