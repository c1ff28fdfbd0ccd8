# Default values for what is not needed.
def aufgabe_3b(fan_in, fan_out, std_w=None, std_x=None):
    return (0.0, 1.0 / (0.5 * fan_in + 0.5 * fan_out))
