# 1c and 2d were left as published: 0 points without a human, and 1d by either reading.
#
# /// bank
# [parts.1c]
# outcome = "untouched"
# says = "nichts abgegeben"
# [parts.2d]
# outcome = "untouched"
# says = "nichts abgegeben"
# ///
# %% antwort-1c
def aufgabe_1c(x, w, b, sigma):
    ...  # Ihre Lösung

# %% antwort-2d
def aufgabe_2d(W, x, grad_y):
    ...  # Ihre Lösung
