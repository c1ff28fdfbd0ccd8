# A SymPy expression.
import sympy

n_in, n_out, sigma, gamma = sympy.symbols("n_in n_out sigma gamma", positive=True)
aufgabe_2f = sympy.expand(n_out * (sigma * gamma) ** 2)
