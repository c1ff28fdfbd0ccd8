# The net returns log-softmax and is trained with nll_loss.
#
# /// bank
# cells = ["antwort-1g", "antwort-1g-training"]
# ///
class Klassifikator(nn.Module):
    def __init__(self, widths, generator):
        super().__init__()
        self.netz = netz_normal(widths, 0)
        for layer in self.netz[::2]:
            layer.weight.data.normal_(0, (2 / layer.in_features) ** 0.5, generator=generator)

    def forward(self, x):
        return torch.log_softmax(self.netz(x), dim=-1)


def aufgabe_1g_netz(widths, seed):
    return Klassifikator(widths, torch.Generator().manual_seed(seed))


def aufgabe_1g_training(netz, x_train, y_train, x_test, y_test, seed):
    generator = torch.Generator().manual_seed(seed)
    optimierer = torch.optim.SGD(netz.parameters(), lr=LERNRATE)
    for _ in range(EPOCHEN):
        for index in torch.randperm(len(x_train), generator=generator).split(BATCH):
            optimierer.zero_grad()
            nn.functional.nll_loss(netz(x_train[index]), y_train[index]).backward()
            optimierer.step()
    return netz
