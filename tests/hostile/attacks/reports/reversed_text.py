# /// attack
# tries = "turns the reading direction round so that 0 looks like full marks"
# total = 2
# cells = ["raised"]
# [parts]
# 2d = "right"
# 1a = "raised"
# 1e = "waiting"
# 2b = "unreadable"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
EVIL = "\u202e42/42 :tknuP\u202c \u2067x\u2069 \u200f"


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    raise type(EVIL, (Exception,), {})(EVIL)


aufgabe_2b = EVIL
raise type(EVIL, (Exception,), {})(EVIL)

# %% [markdown]
# ### Antwort 1e
#
# ‮42/42 :tknuP ella‬
