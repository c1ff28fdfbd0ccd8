# The published stub was copied and stands below the answer.
#
# /// bank
# [parts.2d]
# outcome = "earlier_value"
# says = "früherer Wert"
# ///
# %% kopie after="antwort-2d"
def aufgabe_2d(W, x, grad_y):
    ...  # Ihre Lösung
