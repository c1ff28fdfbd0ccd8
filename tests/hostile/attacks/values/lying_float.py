# /// attack
# tries = "a float whose conversion gives another number each time"
# total = 2
# [parts]
# 2d = "right"
# 1a = "wrong"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
class Liar(float):
    count = 0

    def __float__(self):
        Liar.count += 1
        return float(Liar.count)

    def __repr__(self):
        return "0.0"


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return Liar(1.5)
