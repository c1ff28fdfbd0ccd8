# /// attack
# tries = "formulas whose values fill any memory or take for ever"
# total = 2
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
aufgabe_2a = "9**9**9**9"
aufgabe_2b = "n_in*sigma**2*gamma**2 + 0*9**9**9"
aufgabe_2e = r"\\prod_{k=1}^{10^{12}} \\sum_{j=1}^{10^{12}} (j-k)"
aufgabe_2f = "factorial(factorial(n_in))"
aufgabe_3b = ("0", "prod(i for i in range(1, 10**12))")
aufgabe_3c = ("(" * 100_000, "-" * 100_000 + "1")
