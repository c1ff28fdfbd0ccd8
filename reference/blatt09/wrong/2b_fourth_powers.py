# σ² and γ² are squared once more.
#
# /// bank
# says = "zu oft quadriert"
# ///
def aufgabe_2b(n_in, n_out, sigma, gamma):
    return n_in * sigma**4 * gamma**4
