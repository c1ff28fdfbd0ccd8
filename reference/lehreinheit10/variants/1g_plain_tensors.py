# A flat list of tensors, trained by hand.
#
# /// bank
# cells = ["antwort-1g", "antwort-1g-training", "antwort-1g-ausgabe"]
# ///
def aufgabe_1g_netz(widths, seed):
    generator = torch.Generator().manual_seed(seed)
    netz = []
    for n_in, n_out in zip(widths, widths[1:]):
        gewichte = torch.randn(n_out, n_in, generator=generator) * (2 / n_in) ** 0.5
        netz += [gewichte.requires_grad_(), torch.zeros(n_out, requires_grad=True)]
    return netz


def aufgabe_1g_training(netz, x_train, y_train, x_test, y_test, seed):
    generator = torch.Generator().manual_seed(seed)
    for _ in range(EPOCHEN):
        for index in torch.randperm(len(x_train), generator=generator).split(BATCH):
            logits = aufgabe_1g_ausgabe(netz, x_train[index])
            loss = nn.functional.cross_entropy(logits, y_train[index])
            gradienten = torch.autograd.grad(loss, netz)
            with torch.no_grad():
                for tensor, gradient in zip(netz, gradienten):
                    tensor -= LERNRATE * gradient
    return netz


def aufgabe_1g_ausgabe(netz, x):
    for nummer in range(0, len(netz), 2):
        x = x @ netz[nummer].T + netz[nummer + 1]
        if nummer < len(netz) - 2:
            x = torch.clamp(x, min=0)
    return x
