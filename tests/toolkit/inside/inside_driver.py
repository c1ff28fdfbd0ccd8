"""Forks one unconfined server per descriptor it is given: the zygote without its wall."""

import array
import os
import signal
import socket
import sys
import tempfile

from autograder.inside.preload import preload, shell_for_children
from autograder.inside.serve import Server
from autograder.wire.frames import MAX_REQUEST_BYTES, Channel

FRAME_BYTES = 1 << 20


def serve(border, shell):
    os.setsid()
    scratch = tempfile.mkdtemp(dir=sys.argv[2])
    channel = Channel(socket.socket(fileno=border), MAX_REQUEST_BYTES, FRAME_BYTES)
    server = Server(channel, shell, scratch)
    channel.hooks = server.hooks
    server.loop()


def main():
    control = socket.socket(fileno=int(sys.argv[1]))
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    preload(("numpy", "matplotlib.pyplot"), warm=True)
    shell = shell_for_children(warm=True)
    while True:
        data, ancillary, _, _ = control.recvmsg(16, socket.CMSG_SPACE(4))
        if not data:
            return
        (descriptor,) = array.array("i", ancillary[0][2])
        pid = os.fork()
        if pid == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            control.close()
            try:
                serve(descriptor, shell)
            finally:
                os._exit(0)
        os.close(descriptor)
        control.send(str(pid).encode())


if __name__ == "__main__":
    main()
