# A SymPy expression.
import sympy

n_in, n_out, sigma, gamma = sympy.symbols("n_in n_out sigma gamma", positive=True)
aufgabe_2b = sympy.expand(n_in * (sigma * gamma) ** 2)
