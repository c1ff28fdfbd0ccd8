# Regions of the first layer only.
#
# /// bank
# says = "versteckte Layer"
# cells = ["antwort-2e-regionen"]
# outcome = "wrong"
# points = 0
# ///
def aufgabe_2e_regionen(netz, x, normiert):
    erste = next(m for m in netz if isinstance(m, nn.Linear)).out_features
    return len(torch.unique(aufgabe_2e_muster(netz, x, normiert)[:, :erste], dim=0))
