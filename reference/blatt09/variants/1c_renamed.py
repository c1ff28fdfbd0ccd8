# Other names for the arguments; a variable remembers the shortcut.
def aufgabe_1c(inp, weights, biases, act):
    outputs, pre = [inp], [float("nan")]
    shortcut = 0
    for layer, (weight, bias) in enumerate(zip(weights[1:], biases[1:]), start=1):
        z = weight * outputs[-1] + bias
        if layer % 2 == 1:
            z += shortcut
        pre.append(z)
        outputs.append(act(z))
        if layer % 2 == 1:
            shortcut = outputs[-1]
    return pre, outputs
