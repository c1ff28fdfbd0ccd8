# named_parameters, biases left out.
#
# /// bank
# cells = ["antwort-2a"]
# ///
def aufgabe_2a(vorher, nachher):
    alt = dict(vorher.named_parameters())
    neu = dict(nachher.named_parameters())
    namen = [name for name in alt if name.endswith("weight")]
    return torch.stack([(neu[n] - alt[n]).norm() / alt[n].norm() for n in namen])
