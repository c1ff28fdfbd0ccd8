# All arguments collected.
def aufgabe_2e(*groessen):
    return sum(0.0 for _ in groessen)
