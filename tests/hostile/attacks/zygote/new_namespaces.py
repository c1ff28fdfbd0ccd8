# /// attack
# tries = "gains rights in a user namespace of its own, mounts, and leaves its root"
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
done = {}
for name, flag in {"user": 0x10000000, "mount": 0x20000, "net": 0x40000000, "pid": 0x20000000}.items():
    done[name] = libc.unshare(flag)
done["clone"] = libc.syscall(56, 0x10000000 | 17, 0, 0, 0, 0)
done["mount"] = libc.mount(b"none", b"/tmp", b"tmpfs", 0, None)
done["remount"] = libc.mount(None, b"/", None, 0x20 | 0x1000, None)
done["umount"] = libc.umount2(b"/proc", 2)
done["chroot"] = libc.chroot(b"/tmp")
done["setns"] = libc.setns(os.open("/proc/self/ns/mnt", os.O_RDONLY), 0)
done["setuid"] = libc.setuid(0)
done["by_handle"] = libc.open_by_handle_at(-100, ctypes.create_string_buffer(128), 0)
done["bpf"] = libc.syscall(321, 0, 0, 0)
done["io_uring"] = libc.syscall(425, 8, 0)
done["keyctl"] = libc.syscall(250, 0, -4, 0)
done["memfd"] = libc.memfd_create(b"x", 0)
print({name: result for name, result in done.items() if result >= 0})
