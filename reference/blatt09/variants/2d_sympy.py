# A SymPy matrix with one column.
import sympy


def aufgabe_2d(W, x, grad_y):
    return sympy.Matrix(W).T * sympy.Matrix(grad_y)
