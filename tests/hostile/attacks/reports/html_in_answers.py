# /// attack
# tries = "puts markup into answers, names, formulas and docstrings"
# total = 2
# [parts]
# 2d = "right"
# 1a = ["unreadable", "wrong"]
# 1b = "waiting"
# 2b = ["unreadable", "wrong"]
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
EVIL = "<script>alert('VERRAETER')</script>"


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    """</pre></details><script>alert('VERRAETER')</script>"""
    return EVIL


aufgabe_2b = EVIL
aufgabe_2f = "<svg/onload=alert('VERRAETER')>*n_in"
aufgabe_3b = r"\text{<script>alert('VERRAETER')</script>}"

# %% [markdown]
# ### Antwort 1b
#
# </pre></details></article><script>alert('VERRAETER')</script>
# <iframe src="javascript:alert('VERRAETER')"></iframe>
# <a href="javascript:alert('VERRAETER')" onclick="alert('VERRAETER')">Klick</a>

# %% [markdown]
# ### Antwort 2b
#
# $$ \href{javascript:alert('VERRAETER')}{n_{in}} \sigma^2 <img src=x onerror=alert('VERRAETER')> $$
