# The accepted second name.
#
# /// bank
# cells = ["antwort-2a"]
# ///
def relative_aenderung(alt, neu):
    return [
        ((n.weight - a.weight).norm() / a.weight.norm()).item()
        for a, n in zip(alt, neu)
        if isinstance(a, nn.Linear)
    ]
