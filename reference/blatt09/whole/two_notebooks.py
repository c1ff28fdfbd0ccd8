# Exercise 1 in one notebook, exercises 2 and 3 in the other.
#
# /// bank
# split = ["1", "2 3"]
# ///
# %% antwort-2a
def aufgabe_2a(n_in, n_out, sigma, gamma):
    return 0
