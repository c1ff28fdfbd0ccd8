# Shortcuts around the layers.
#
# /// bank
# says = "Abkürzungen"
# cells = ["antwort-1g"]
# outcome = "partly"
# points = 2
# ///
class Abkuerzung(nn.Module):
    def __init__(self, n_in, n_out):
        super().__init__()
        self.layer = nn.Linear(n_in, n_out)
        nn.init.kaiming_normal_(self.layer.weight)
        nn.init.zeros_(self.layer.bias)

    def forward(self, x):
        y = torch.relu(self.layer(x))
        return x + y if x.shape == y.shape else y


def aufgabe_1g_netz(widths, seed):
    torch.manual_seed(seed)
    bloecke = [Abkuerzung(n, m) for n, m in zip(widths[:-1], widths[1:-1])]
    ende = nn.Linear(widths[-2], widths[-1])
    nn.init.kaiming_normal_(ende.weight)
    nn.init.zeros_(ende.bias)
    return nn.Sequential(*bloecke, ende)
