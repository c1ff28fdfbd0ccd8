# The accepted second name, arguments in another order.
def vorwaerts_skip(sigma, w, b, x):
    N = len(w) - 1
    s, o = np.ones(N + 1) * np.nan, np.ones(N + 1) * np.nan
    o[0] = x
    for i in range(1, N + 1):
        s[i] = w[i] * o[i - 1] + b[i] + (o[i - 2] if i % 2 == 1 and 1 < i < N else 0)
        o[i] = sigma(s[i])
    return s, o
