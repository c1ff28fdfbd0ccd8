# Two SymPy expressions.
#
# /// bank
# cells = ["antwort-1f"]
# ///
import sympy

n_in, var_w, var_x = sympy.symbols("n_in var_w var_x", positive=True)
aufgabe_1f = (var_x / 2, n_in * var_w * var_x / 2)
