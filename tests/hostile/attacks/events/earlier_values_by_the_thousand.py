# /// attack
# tries = "defines an answer thousands of times"
# total = 2
# [parts]
# 2d = "right"
# 1a = ["wrong", "earlier_value"]
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
for number in range(5_000):
    exec(f"def aufgabe_1a(*_): return {number}.5", globals())

# %%
def aufgabe_1a(*_):
    return 0.5

# %%
def aufgabe_1a(*_):
    return 1.5

# %%
def aufgabe_1a(*_):
    return 2.5

# %%
def aufgabe_1a(*_):
    return 3.5

# %%
def aufgabe_1a(*_):
    return 4.5

# %%
def aufgabe_1a(*_):
    return 5.5

# %%
def aufgabe_1a(*_):
    return 6.5

# %%
def aufgabe_1a(*_):
    return 7.5

# %%
def aufgabe_1a(*_):
    return 8.5
