# Regions by packed bits.
#
# /// bank
# cells = ["antwort-2e-regionen"]
# ///
def aufgabe_2e_regionen(netz, x, normiert):
    bits = np.asarray(aufgabe_2e_muster(netz, x, normiert), dtype=bool)
    return np.unique(np.packbits(bits, axis=1), axis=0).shape[0]
