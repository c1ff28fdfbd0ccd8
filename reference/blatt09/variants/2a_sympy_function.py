# SymPy inside a function.
import sympy


def aufgabe_2a(n_in, n_out, sigma, gamma):
    a = sympy.Symbol("a")
    return sympy.integrate(a, (a, -sigma, sigma))
