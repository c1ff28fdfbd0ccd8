# The number of points.
#
# /// bank
# says = "Muster"
# cells = ["antwort-2e-regionen"]
# outcome = "wrong"
# points = 0
# ///
def aufgabe_2e_regionen(netz, x, normiert):
    return len(aufgabe_2e_muster(netz, x, normiert))
