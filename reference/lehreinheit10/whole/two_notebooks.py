# Exercises 0 and 1 in one notebook, exercise 2 in the other.
#
# /// bank
# split = ["0 1", "2"]
# ///
# %% antwort-1b
def aufgabe_1b(n_in, n_out, var_w, var_x):
    return n_in**-1
