# A pair of SymPy expressions.
#
# /// bank
# cells = ["antwort-3c"]
# ///
import sympy as sp

n_in, n_out = sp.symbols("n_in n_out", positive=True)
b = sp.Symbol("b", positive=True)
(loesung,) = sp.solve(sp.Eq((2 * b) ** 2 / 12, 2 / (n_in + n_out)), b)
aufgabe_3c = (-loesung, loesung)
