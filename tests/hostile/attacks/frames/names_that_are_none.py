# /// attack
# tries = "a listing of names that are no names, of odd entries, or thousands of near ones"
# total = 2
# [parts]
# 2d = "right"
# 1a = ["ambiguous", "not_found"]
# 2b = ["raised", "not_found", "unreadable"]
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import gc

from autograder.inside import serve

server = next(thing for thing in gc.get_objects() if isinstance(thing, serve.Server))

# %%
listing = {f"aufgabe_1a{number}": [True, "x", 0] for number in range(3_000)}
listing |= {"a" * 10**5: [True, "x", 0], "<b>": [True, "x", 0], "\u202eaufgabe": [True, "x", 0]}
listing |= {1: 2, None: [], "aufgabe_1a": [1, 2, 3], "aufgabe_2b": [True, "x" * 10**5, 10**30]}


def names(self, request):
    return {"k": "names", "names": listing | self.namespace.listing()}


serve.Server.names = names
