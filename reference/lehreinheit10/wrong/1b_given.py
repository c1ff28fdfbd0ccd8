# The given variance comes back.
#
# /// bank
# says = "bestimmt werden"
# ///
def aufgabe_1b(n_in, n_out, var_w, var_x):
    return var_w
