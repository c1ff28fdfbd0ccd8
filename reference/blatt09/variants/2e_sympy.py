# SymPy's zero.
import sympy as sp

n_in, n_out, sigma, gamma = sp.symbols("n_in n_out sigma gamma", positive=True)
aufgabe_2e = n_out * sp.Integer(0) * sigma
