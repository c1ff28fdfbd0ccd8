# A function that gives back SymPy expressions.
import sympy


def aufgabe_3b(n_in, n_out, sigma, gamma):
    a, b = sympy.symbols("n_in n_out", positive=True)
    return sympy.Integer(0), 2 / (a + b)
