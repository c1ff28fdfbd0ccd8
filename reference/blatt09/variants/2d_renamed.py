# Other names for the arguments, in the stated order.
def aufgabe_2d(weight, inputs, upstream):
    return np.tensordot(upstream, weight, axes=1)
