# 2 to the number of units.
#
# /// bank
# says = "Muster"
# cells = ["antwort-2e-regionen"]
# outcome = "wrong"
# points = 0
# ///
def aufgabe_2e_regionen(netz, x, normiert):
    return 2 ** aufgabe_2e_muster(netz, x, normiert).shape[1]
