# numpy norms.
#
# /// bank
# cells = ["antwort-2a"]
# ///
def aufgabe_2a(vorher, nachher):
    def matrizen(netz):
        return [m.weight.detach().numpy() for m in netz if isinstance(m, nn.Linear)]

    paare = zip(matrizen(vorher), matrizen(nachher))
    return [np.linalg.norm(neu - alt) / np.linalg.norm(alt) for alt, neu in paare]
