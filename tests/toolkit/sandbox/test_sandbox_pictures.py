"""PDFs and pictures become pixels behind the walls; hostile ones end in a clear line."""

import io
import zlib
from pathlib import Path

import numpy as np
import pytest
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure
from PIL import Image

from autograder.sandbox import pictures
from autograder.sandbox.chore import Workshop, plain_wall
from autograder.sandbox.pictures import PAGES, SIDE_PIXELS, rasteriser
from autograder.sandbox.probe import STRONGEST_FIRST, probe

DATA = Path(__file__).parents[2] / "data" / "pictures"


@pytest.fixture(scope="module", params=STRONGEST_FIRST)
def wall(request):
    if request.param not in probe().levels:
        pytest.skip(f"this machine has no level {request.param}")
    return plain_wall(request.param)


@pytest.fixture(scope="module")
def drawer(wall):
    with rasteriser(wall) as made:
        yield made


def scan(pages=1, inches=(8.27, 11.69)):
    target = io.BytesIO()
    with PdfPages(target) as file:
        for number in range(pages):
            figure = Figure(figsize=inches)
            figure.text(0.1, 0.5, f"Seite {number + 1}", fontsize=40)
            file.savefig(figure)
    return target.getvalue()


def photo(size, kind="JPEG", colour="red", **more):
    target = io.BytesIO()
    Image.new("RGBA" if kind == "PNG" else "RGB", size, colour).save(target, kind, **more)
    return target.getvalue()


def stream_pdf(stream, box="0 0 600 800", extra=b""):
    """The smallest PDF around one content stream."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Contents 4 0 R >>".encode(),
        b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(stream), extra, stream),
    ]
    body = b"%PDF-1.4\n" + b"".join(
        b"%d 0 obj\n%s\nendobj\n" % (n, one) for n, one in enumerate(objects, 1)
    )
    return body + b"trailer << /Root 1 0 R /Size 5 >>\n%%EOF\n"


def test_every_page_of_a_scan_is_seen_as_it_is(drawer):
    drawn = drawer.draw(scan(3))
    assert (drawn.count, len(drawn.pages), drawn.fault) == (3, 3, None)
    height, width, _ = drawn.pages[0].shape
    assert (height, width) == (SIDE_PIXELS - 1, 1131)
    assert drawn.pages[0].min() == 0
    assert (drawn.pages[0][0, 0] == 255).all()
    assert (drawn.pages[0] != drawn.pages[1]).any()


def test_of_a_thousand_pages_the_first_are_drawn(drawer):
    one = scan(1, (1, 1))
    assert drawer.draw(one).count == 1
    many = stream_pdf(b"", extra=b"").replace(b"[3 0 R]", b"[" + b"3 0 R " * 1000 + b"]")
    drawn = drawer.draw(many.replace(b"/Count 1 ", b"/Count 1000 "))
    assert (drawn.count, len(drawn.pages), drawn.fault) == (1000, PAGES, None)


def test_photographs_are_made_smaller_and_upright(drawer):
    rotated = Image.Exif()
    rotated[0x0112] = 6
    drawn = drawer.draw(photo((4000, 3000), exif=rotated))
    assert (drawn.count, drawn.pages[0].shape) == (1, (1600, 1200, 3))
    assert drawn.pages[0][5, 5, 0] > 250
    small = drawer.draw(photo((30, 20), "PNG", (0, 0, 0, 0)))
    assert small.pages[0].shape == (20, 30, 3)
    assert small.pages[0].min() == 255


def test_a_photograph_from_an_iphone_is_drawn(drawer):
    drawn = drawer.draw((DATA / "photograph.heic").read_bytes())
    assert (drawn.count, drawn.fault) == (1, None)
    assert drawn.pages[0].shape == (64, 48, 3)
    top, bottom = drawn.pages[0][8, 24], drawn.pages[0][56, 24]
    assert top[0] > 200 > 100 > top[2]  # red above blue
    assert bottom[2] > 200 > 100 > bottom[0]
    cut = (DATA / "photograph.heic").read_bytes()[:-200]
    assert drawer.draw(cut).fault.de.startswith("beschädigt")


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"%PDF-", b"%PDF-1.4\n" + b"\0" * 1000, b"\x89PNG\r\n\x1a\n0", b"<svg></svg>"),
        *(b"II*\0" + b"\xff" * 200, b"GIF89a" + b"\xff" * 50, b"\xff\xd8\xff" + b"\0" * 99),
    ],
)
def test_what_is_no_picture_is_said_to_be_none(drawer, content):
    drawn = drawer.draw(content)
    assert (drawn.pages, drawn.certain) == ((), True)
    assert drawn.fault.de.startswith("beschädigt")


def test_a_truncated_pdf_and_picture_say_so(drawer):
    whole = scan(2)
    for content in (whole[: len(whole) // 3], photo((900, 900), quality=95)[:2000]):
        assert drawer.draw(content).fault.de.startswith("beschädigt")


def test_a_pdf_behind_a_password_says_so(drawer):
    pypdf = pytest.importorskip("pypdf")
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(scan()))
    writer.encrypt("geheim", algorithm="RC4-128")
    target = io.BytesIO()
    writer.write(target)
    drawn = drawer.draw(target.getvalue())
    assert (drawn.pages, drawn.fault.de) == ((), "mit einem Kennwort geschützt")


@pytest.mark.parametrize("box", ["0 0 1e9 1e9", "0 0 14400 1", "0 0 0 0", "0 0 -5 nan", "0 0 1 1"])
def test_odd_pages_have_a_moderate_size(drawer, box):
    for page in drawer.draw(stream_pdf(b"", box)).pages:
        assert max(page.shape) <= SIDE_PIXELS


def test_a_bomb_bursts_behind_the_walls_and_the_next_file_is_drawn(wall, monkeypatch):
    tight = {"call_seconds": 2, "submission_seconds": 6, "cpu_seconds": 3, "memory_mib": 300}
    limits = type(pictures.LIMITS)(**tight, processes=8, frame_mib=16)
    monkeypatch.setattr(pictures, "LIMITS", limits)
    flate = b"/Filter [/FlateDecode /FlateDecode]"
    packer = zlib.compressobj()
    line = b"0 0 m 600 800 l S\n" * 50_000
    swollen = zlib.compress(b"".join(packer.compress(line) for _ in range(500)) + packer.flush())
    with rasteriser(wall) as drawer:
        drawn = drawer.draw(stream_pdf(swollen, extra=flate))
        assert drawn.pages == ()
        assert drawn.fault.de.split()[0] in ("zu", "braucht", "beschädigt")
        huge = drawer.draw(photo((7_000, 7_000), "PNG"))
        assert huge.fault is not None
        assert drawer.draw(scan()).fault is None


def test_a_file_over_the_limit_is_not_even_sent(drawer):
    drawn = drawer.draw(b"%PDF-" + b"0" * (pictures.FILE_MIB << 20))
    assert drawn.fault.de == "zu groß, um angezeigt zu werden"


@pytest.mark.parametrize(
    "lie",
    [
        *(None, "page", -1, 10**9, True, 1.5, [1]),
        *(np.zeros((9, 9, 4), "u1"), np.zeros((9, 9), "u1"), np.zeros((1, 1, 3), "f8")),
        *(np.zeros((0, 5, 3), "u1"), np.zeros((SIDE_PIXELS + 1, 1, 3), "u1")),
    ],
)
def test_a_process_that_was_taken_over_can_only_send_pixels(drawer, monkeypatch, lie):
    """What a hostile file might make of the process: it answers what it likes."""
    answers = {"pages": lie} if not isinstance(lie, np.ndarray) else {"pages": 1, "page": lie}
    monkeypatch.setattr("autograder.sandbox.chore.Bench.call", lambda _, name, **__: answers[name])
    drawn = drawer.draw(b"%PDF-")
    assert drawn.pages == ()
    assert drawn.fault is not None


def test_the_process_sees_neither_our_files_nor_the_net(wall):
    with (
        Workshop(wall, "autograder.inside.pictures", ("io",), pictures.LIMITS) as shop,
        shop.open({"handed-in": b"x"}) as bench,
    ):
        alive = bench._alive
        reply = alive.peer.request(
            "cell",
            10,
            source="import socket, os\nfrom pathlib import Path\n"
            f"try:\n    seen = bool(Path({str(__file__)!r}).read_bytes())\n"
            "except OSError:\n    seen = False\n"
            "try:\n    socket.create_connection(('127.0.0.1', 22), 1)\nexcept OSError as error:\n"
            "    net = type(error).__name__\n"
            "def told(): return [seen, net, os.listdir('.')]",
            stop_before=None,
        )
        assert reply["ok"] is True
        assert bench.call("told")[0] is False
        assert bench.call("told")[2] == ["handed-in"]
