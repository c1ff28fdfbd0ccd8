# /// attack
# tries = "lets the names of its cells and the source of its caller be printed"
# total = 2
# [parts]
# 2d = "right"
# 1a = "raised"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import inspect


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    told = []
    for frame in inspect.stack():
        try:
            told.append(inspect.getsource(frame.frame))
        except OSError:
            continue
    raise ValueError("\n".join(told))


try:
    aufgabe_1a(*range(7))
except ValueError as error:
    print(error)
print(In, Out, dir())
