"""Network and local sockets."""

import contextlib
import socket

SEND = """
import ctypes, socket
def outcome(act):
    try:
        act()
        return "sent"
    except OSError as error:
        return type(error).__name__
def connect(family, kind, address):
    with socket.socket(family, kind) as s:
        s.settimeout(2)
        s.connect(address)
def send_to(family, address):
    with socket.socket(family, socket.SOCK_DGRAM) as s:
        s.sendto(b"x", address)
def pair_to(kind, address):
    one, other = socket.socketpair(socket.AF_UNIX, kind)
    one.sendto(b"x", address)
report({
    "tcp": outcome(lambda: connect(socket.AF_INET, socket.SOCK_STREAM, tuple(tcp))),
    "udp": outcome(lambda: send_to(socket.AF_INET, tuple(udp))),
    "tcp6": outcome(lambda: connect(socket.AF_INET6, socket.SOCK_STREAM, ("::1", 1))),
    "netlink": outcome(lambda: socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0)),
    "raw": outcome(lambda: socket.socket(socket.AF_PACKET, socket.SOCK_RAW)),
    "unix": outcome(lambda: connect(socket.AF_UNIX, socket.SOCK_STREAM, unix)),
    "abstract": outcome(lambda: connect(socket.AF_UNIX, socket.SOCK_STREAM, abstract)),
    "datagram": outcome(lambda: send_to(socket.AF_UNIX, datagram)),
    "pair": outcome(lambda: pair_to(socket.SOCK_DGRAM, datagram)),
    "raw pair": outcome(lambda: pair_to(socket.SOCK_RAW, datagram)),
    "packets": outcome(lambda: pair_to(socket.SOCK_STREAM, datagram)),
})
"""


def test_no_network_and_no_socket_of_the_grader_is_reached(zygote):
    found = zygote.run(SEND).value
    assert "sent" not in found.values(), found


def test_the_call_filter_alone_reaches_no_socket_on_kernel_level(on_kernel_level):
    found = on_kernel_level.run(SEND, only=["seccomp abi 1"]).value
    assert "sent" not in found.values(), found


def test_without_walls_the_sockets_are_reached(on_kernel_level):
    found = on_kernel_level.run(SEND, only=["none"]).value
    assert {found[name] for name in ("tcp", "udp", "unix", "abstract", "datagram", "pair")} == {
        "sent"
    }


def test_sockets_within_the_notebook_work(zygote):
    code = """
import asyncio, socket
a, b = socket.socketpair()
a.sendall(b"x")
async def main():
    await asyncio.sleep(0)
    return b.recv(1).decode()
report(asyncio.run(main()))
"""
    assert zygote.run(code).value == "x"


def test_a_request_fails_at_once_and_says_why(zygote):
    code = """
import urllib.request
try:
    urllib.request.urlopen("http://192.0.2.1/", timeout=20)
except OSError as error:
    report(str(error))
"""
    assert "denied" in zygote.run(code, seconds=5).value


def test_a_server_of_the_notebook_is_not_reachable_from_outside(in_namespaces):
    code = """
import socket
name = "\\0student-server"
server = socket.socket(socket.AF_UNIX)
server.bind(name)
server.listen()
report("listening")
"""
    assert in_namespaces.run(code).value in ("listening",)
    with contextlib.closing(socket.socket(socket.AF_UNIX)) as client:
        assert client.connect_ex("\0student-server") != 0
