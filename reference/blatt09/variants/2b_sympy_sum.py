# A SymPy sum with a symbolic bound.
import sympy as sp

j, n_in = sp.symbols("j n_in", integer=True, positive=True)
sigma, gamma = sp.symbols("sigma gamma", positive=True)
aufgabe_2b = sp.Sum(sigma**2 * gamma**2, (j, 1, n_in))
