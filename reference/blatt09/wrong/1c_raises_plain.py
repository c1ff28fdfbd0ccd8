# 1c raises, and 1d is 1a's formula: no reading.
#
# /// bank
# says = "bricht mit einem Fehler ab (NameError)"
# outcome = "raised"
# beside = ["wrong/1d_plain_chain"]
# [parts.1d]
# outcome = "wrong"
# says = "ohne Skip Connections"
# ///
def aufgabe_1c(x, w, b, sigma):
    return vorwaerts(x, w, b, sigma)
