import os


def dump(path, depth=0):
    """Print a file, or everything below a folder."""
    try:
        if os.path.isdir(path):
            names = os.listdir(path)
            print(path, names[:200])
            for name in names[:200] if depth < 5 else ():
                dump(os.path.join(path, name), depth + 1)
        else:
            with open(path, "rb") as file:
                print(path, file.read(20_000))
    except OSError as error:
        print(path, type(error).__name__)
