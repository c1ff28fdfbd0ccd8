# SymPy: the standard deviation of the sum.
#
# /// bank
# says = "Das ist die Standardabweichung"
# ///
import sympy

n_in, n_out, sigma, gamma = sympy.symbols("n_in n_out sigma gamma", positive=True)
aufgabe_2f = sympy.sqrt(n_out) * sigma * gamma
