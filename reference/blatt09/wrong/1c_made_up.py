# No network: a function of w_1 x + b_1 to which the other weights are added. Its derivative in 1d
# is right but takes no thought, so people decide.
#
# /// bank
# says = "Bei N = 2 weicht"
# beside = ["wrong/1d_of_made_up"]
# [parts.1d]
# outcome = "undecided"
# says = "ein Mensch"
# ///
def aufgabe_1c(x, w, b, sigma):
    s, o = np.full(len(w), np.nan), np.full(len(w), np.nan)
    o[0] = x
    for i in range(1, len(w)):
        s[i] = w[1] * x + b[1]
        o[i] = sigma(s[i]) + 0.3 * w[2 : i + 1].sum()
    return s, o
