# /// attack
# tries = "SymPy objects whose properties lie, loop or nest too deeply"
# total = 2
# [parts]
# 2d = "right"
# 1a = ["raised", "wrong"]
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import sympy


class Evil(sympy.Symbol):
    is_number = True

    def __complex__(self):
        raise SystemExit

    @property
    def args(self):
        return (self, self)


deep = sympy.Symbol("n_in")
for _ in range(300):
    deep = sympy.sin(deep)


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return Evil("x")


aufgabe_2a = deep
aufgabe_2b = Evil("n_in") + 1
aufgabe_2e = sympy.Integer(10) ** 10**5
aufgabe_2f = sympy.factorial(sympy.factorial(sympy.Symbol("n_in")))
aufgabe_3b = sympy.Matrix([[Evil("x"), 1]])
