# numpy in single precision.
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    w32, s32 = np.float32(w), np.float32(s)
    strich = np.array([dsigma(z) for z in s32[1:]], dtype=np.float32)
    return np.float32(x) * strich.prod(dtype=np.float32) * w32[2:].prod(dtype=np.float32)
