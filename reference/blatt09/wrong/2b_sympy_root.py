# SymPy: the standard deviation of the sum.
#
# /// bank
# says = "Das ist die Standardabweichung"
# ///
import sympy

n_in, n_out, sigma, gamma = sympy.symbols("n_in n_out sigma gamma", positive=True)
aufgabe_2b = sympy.sqrt(n_in) * sigma * gamma
