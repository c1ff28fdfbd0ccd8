# A SymPy expression.
import sympy

aufgabe_1b = 1 / sympy.Symbol("n_in")
