import re

BIRD = b"KANARIEN" + b"VOGEL-[a-z]+-[0-9a-f]+"


def scan(process):
    """Whatever a canary looks like in the memory of a process."""
    found = set()
    with open(f"/proc/{process}/maps") as maps, open(f"/proc/{process}/mem", "rb", 0) as memory:
        for line in maps:
            start, end = (int(part, 16) for part in line.split()[0].split("-"))
            for at in range(start, end, 1 << 22) if " r" in line else ():
                try:
                    memory.seek(at)
                    found.update(re.findall(BIRD, memory.read(min(end - at, (1 << 22) + 100))))
                except (OSError, ValueError, OverflowError):
                    break
    return found
