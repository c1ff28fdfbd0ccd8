# A function made by SymPy.
import sympy

symbole = sympy.symbols("n_in n_out sigma gamma")
n_ein, n_aus, sigma_w, gamma_x = symbole
aufgabe_2f = sympy.lambdify(symbole, n_aus * sigma_w**2 * gamma_x**2)
