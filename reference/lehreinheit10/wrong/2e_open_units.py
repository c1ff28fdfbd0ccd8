# Patterns with the same number of open units are taken for one.
#
# /// bank
# says = "Muster"
# cells = ["antwort-2e-regionen"]
# outcome = "wrong"
# points = 0
# ///
def aufgabe_2e_regionen(netz, x, normiert):
    return len(torch.unique(aufgabe_2e_muster(netz, x, normiert).sum(dim=1)))
