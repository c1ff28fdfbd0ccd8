# 1c gives NaN, so 1d is judged by either reading: here the other one.
#
# /// bank
# says = "Index 0"
# outcome = "nan"
# beside = ["variants/1d_post_alone"]
# ///
def aufgabe_1c(x, w, b, sigma):
    s = w * x + b
    for i in range(3, len(w), 2):
        s[i] += s[0]
    return s, sigma(s)
