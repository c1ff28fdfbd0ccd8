# A SymPy product over indexed symbols.
import sympy as sp

i, N = sp.symbols("i N", integer=True)
w, s = sp.IndexedBase("w"), sp.IndexedBase("s")
x, dsigma = sp.Symbol("x"), sp.Function("dsigma")
aufgabe_1a = x * dsigma(s[1]) * sp.Product(w[i] * dsigma(s[i]), (i, 2, N))
