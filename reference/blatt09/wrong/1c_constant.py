# 1c does not depend on the weights, 1d is 0: trivially consistent, which pays nothing.
#
# /// bank
# says = "hängt bei Ihnen nicht ab von"
# beside = ["wrong/1d_zero"]
# [parts.1d]
# outcome = "wrong"
# says = "immer 0"
# ///
def aufgabe_1c(x, w, b, sigma):
    return np.ones_like(w), np.ones_like(w)
