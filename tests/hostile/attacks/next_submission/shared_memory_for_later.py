# /// attack
# tries = "leaves shared memory, queues, semaphores and keys"
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
from multiprocessing import shared_memory

libc = ctypes.CDLL(None, use_errno=True)
done = {
    "shmget": libc.shmget(0x486F7374, 4096, 0o1666),
    "msgget": libc.msgget(0x486F7374, 0o1666),
    "semget": libc.semget(0x486F7374, 1, 0o1666),
    "add_key": libc.syscall(248, b"user", b"@MARK@", b"x", 1, -4),
}
print({name: result for name, result in done.items() if result >= 0})
try:
    kept = shared_memory.SharedMemory("@MARK@", create=True, size=4096)
    os.rename("/dev/shm/@MARK@", "/dev/shm/@MARK@-kept")
except OSError as error:
    print(error)
