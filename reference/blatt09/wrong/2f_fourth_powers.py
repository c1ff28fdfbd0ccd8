# σ² and γ² are squared once more.
#
# /// bank
# says = "zu oft quadriert"
# ///
def aufgabe_2f(n_in, n_out, sigma, gamma):
    return n_out * sigma**4 * gamma**4
