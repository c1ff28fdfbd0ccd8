# An object with __call__.
class Erwartungswert:
    def __init__(self, wert):
        self.wert = wert

    def __call__(self, n_in, n_out, sigma, gamma):
        return self.wert


aufgabe_2a = Erwartungswert(0)
