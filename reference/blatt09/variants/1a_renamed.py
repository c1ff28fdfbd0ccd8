# Other names for the arguments, in the stated order.
def aufgabe_1a(inp, weights, biases, pre, post, act, act_prime):
    result = inp
    for k in range(1, len(weights)):
        result = result * act_prime(pre[k])
        if k >= 2:
            result = result * weights[k]
    return result
