# Weights drawn by numpy and copied in.
#
# /// bank
# cells = ["antwort-1g"]
# ///
def aufgabe_1g_netz(widths, seed):
    rng = np.random.default_rng(seed)
    module = []
    for n_in, n_out in zip(widths, widths[1:]):
        layer = nn.Linear(n_in, n_out)
        gewichte = rng.normal(0, np.sqrt(2 / n_in), size=(n_out, n_in))
        layer.weight.data = torch.from_numpy(gewichte.astype(np.float32))
        layer.bias.data.fill_(0)
        module.extend((layer, nn.ReLU()))
    module.pop()
    return nn.Sequential(*module)
