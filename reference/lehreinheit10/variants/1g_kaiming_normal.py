# nn.init.kaiming_normal_.
#
# /// bank
# cells = ["antwort-1g"]
# ///
def aufgabe_1g_netz(widths, seed):
    torch.manual_seed(seed)
    netz = nn.Sequential()
    for nummer, (n_in, n_out) in enumerate(zip(widths, widths[1:])):
        if nummer:
            netz.append(nn.ReLU())
        netz.append(nn.Linear(n_in, n_out))
        nn.init.kaiming_normal_(netz[-1].weight, nonlinearity="relu")
        nn.init.constant_(netz[-1].bias, 0.0)
    return netz
