# A module of one's own, numpy, formulas as LaTeX strings.
# %% antwort-0 [markdown]
# ### Antwort 0
#
# 1. Vulkan bei Nacht
# 2. Tiere in Uniform
# 3. gaerten im schnee

# %% antwort-1a
aufgabe_1a = r"n_{in} \operatorname{Var}(W) \operatorname{Var}(x)"

# %% antwort-1b
aufgabe_1b = "\frac{1}{n_\text{ein}}"

# %% antwort-1g
class Netz(nn.Module):
    def __init__(self, widths):
        super().__init__()
        self.layer = nn.ModuleList(nn.Linear(n, m) for n, m in zip(widths, widths[1:]))
        for layer in self.layer:
            nn.init.kaiming_uniform_(layer.weight, nonlinearity="relu")
            nn.init.zeros_(layer.bias)

    def forward(self, x):
        for layer in self.layer[:-1]:
            x = torch.relu(layer(x))
        return self.layer[-1](x)


def aufgabe_1g_netz(widths, seed):
    torch.manual_seed(seed)
    return Netz(widths)
