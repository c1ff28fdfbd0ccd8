"""A picture that is small on the wire and huge on the screen is not passed on."""

import base64
import struct

import pytest

from autograder.feedback.images import SVG, picture, picture_file


def png(width, height):
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", width, height) + bytes(20)


def gif(width, height):
    return b"GIF89a" + struct.pack("<HH", width, height) + bytes(20)


def jpeg(width, height, before=b"\xff\xe0\x00\x04ab\xff\xff\xff\xc4\x00\x03x"):
    frame = b"\xff\xc2\x00\x11\x08" + struct.pack(">HH", height, width)
    return b"\xff\xd8" + before + frame + bytes(20)


MAKERS = {"image/png": png, "image/gif": gif, "image/jpeg": jpeg}


@pytest.mark.parametrize("mime", MAKERS)
def test_what_claims_too_many_pixels_is_no_picture(mime):
    for side, shown in ((2_000, True), (6_300, True), (6_400, False), (65_535, False)):
        content = MAKERS[mime](side, side)
        assert (picture_file(mime, content) is not None) == shown
        assert (picture(mime, base64.b64encode(content).decode()) is not None) == shown


@pytest.mark.parametrize("mime", MAKERS)
def test_a_damaged_header_breaks_nothing(mime):
    whole = MAKERS[mime](65_535, 65_535)
    for length in range(len(whole)):
        picture_file(mime, whole[:length])


def test_a_jpeg_of_markers_only_is_read_to_its_end():
    assert picture_file("image/jpeg", b"\xff\xd8" + b"\xff\x01" * 500_000) is not None


def test_an_svg_that_spells_things_out_a_billion_times_is_no_picture():
    assert picture(SVG, '<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>') is None
    assert picture(SVG, '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x"><svg/>') is not None
