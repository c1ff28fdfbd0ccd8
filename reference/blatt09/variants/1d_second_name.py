# The accepted second name, only the needed arguments.
def ableitung_w1_skip(x, w, s, dsigma):
    N = len(w) - 1
    d = [dsigma(z) if i else None for i, z in enumerate(s)]
    p = x * d[1] * w[N] * d[N]
    for k in range(1, N // 2):
        p *= d[2 * k + 1] + d[2 * k + 1] * d[2 * k] * w[2 * k] * w[2 * k + 1]
    return p
