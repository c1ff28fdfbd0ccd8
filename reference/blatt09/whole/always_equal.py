# 2d returns an object that claims to be equal to everything.
#
# /// bank
# [parts.2d]
# outcome = "wrong"
# ///
# %% antwort-2d
class Gleich(np.ndarray):
    def __eq__(self, other):
        return True

    def __sub__(self, other):
        return np.zeros(3)


def aufgabe_2d(W, x, grad_y):
    return np.zeros(len(x)).view(Gleich)
