# A SymPy expression.
import sympy

n_in, var_w, var_x = sympy.symbols("n_in var_w var_x", positive=True)
aufgabe_1a = n_in * var_w * var_x
