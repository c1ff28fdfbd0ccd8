# SymPy's zero.
import sympy as sp

n_in, n_out, sigma, gamma = sp.symbols("n_in n_out sigma gamma", positive=True)
aufgabe_2a = n_in * sp.Integer(0) * sigma
