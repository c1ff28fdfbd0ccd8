# A module that normalises.
#
# /// bank
# cells = ["antwort-2e"]
# ///
class Normierung(nn.Module):
    def forward(self, z):
        mittel = torch.mean(z, dim=0)
        return (z - mittel) / torch.std(z, dim=0)


aufgabe_2e_normieren = Normierung()
