# A module of one's own with a ModuleList.
#
# /// bank
# cells = ["antwort-1g"]
# ///
class Netz(nn.Module):
    def __init__(self, widths):
        super().__init__()
        self.layer = nn.ModuleList(nn.Linear(n, m) for n, m in zip(widths, widths[1:]))
        for layer in self.layer:
            nn.init.normal_(layer.weight, std=math.sqrt(2 / layer.in_features))
            nn.init.zeros_(layer.bias)

    def forward(self, x):
        for layer in self.layer[:-1]:
            x = torch.relu(layer(x))
        return self.layer[-1](x)


def aufgabe_1g_netz(widths, seed):
    torch.manual_seed(seed)
    return Netz(widths)
