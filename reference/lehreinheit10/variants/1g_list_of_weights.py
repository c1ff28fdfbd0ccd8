# A list of weights alone, manual SGD.
#
# /// bank
# cells = ["antwort-1g", "antwort-1g-training", "antwort-1g-ausgabe"]
# ///
def aufgabe_1g_netz(widths, seed):
    generator = torch.Generator().manual_seed(seed)
    return [
        torch.randn(n_out, n_in, generator=generator) * math.sqrt(2 / n_in)
        for n_in, n_out in zip(widths, widths[1:])
    ]


def aufgabe_1g_training(netz, x_train, y_train, x_test, y_test, seed):
    generator = torch.Generator().manual_seed(seed)
    gewichte = [matrix.clone().requires_grad_() for matrix in netz]
    optimierer = torch.optim.SGD(gewichte, lr=LERNRATE)
    for _ in range(EPOCHEN):
        for index in torch.randperm(len(x_train), generator=generator).split(BATCH):
            optimierer.zero_grad()
            logits = aufgabe_1g_ausgabe(gewichte, x_train[index])
            nn.functional.cross_entropy(logits, y_train[index]).backward()
            optimierer.step()
    return [matrix.detach() for matrix in gewichte]


def aufgabe_1g_ausgabe(netz, x):
    for matrix in netz[:-1]:
        x = torch.relu(x @ matrix.T)
    return x @ netz[-1].T
