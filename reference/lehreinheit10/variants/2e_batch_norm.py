# nn.functional.batch_norm.
#
# /// bank
# cells = ["antwort-2e"]
# ///
def aufgabe_2e_normieren(z):
    return nn.functional.batch_norm(z, None, None, training=True)
