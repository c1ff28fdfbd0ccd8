# Regions by a set of bytes.
#
# /// bank
# cells = ["antwort-2e-regionen"]
# ///
def aufgabe_2e_regionen(netz, x, normiert):
    bits = np.asarray(aufgabe_2e_muster(netz, x, normiert)).astype(np.uint8)
    return len({zeile.tobytes() for zeile in bits})
