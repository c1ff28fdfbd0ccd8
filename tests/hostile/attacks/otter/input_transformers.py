# /// attack
# tries = "rewrites the source of all later cells"
# total = 2
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
def rewrite(lines):
    return [line.replace("W.T @ grad_y", "W.T @ grad_y * 0 + 1") for line in lines]


ip = get_ipython()
ip.input_transformers_cleanup.append(rewrite)
ip.input_transformers_post.append(lambda lines: ["pass\n"] if "assert" in "".join(lines) else lines)
ip.ast_transformers.append(type("T", (), {"visit": staticmethod(lambda node: node)})())
