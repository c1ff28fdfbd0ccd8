# A pair of SymPy expressions.
import sympy

n_in, n_out = sympy.symbols("n_in n_out", positive=True)
aufgabe_3b = (sympy.Integer(0), sympy.Rational(2) / (n_in + n_out))
