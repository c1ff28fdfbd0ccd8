# A later cell uses the answer's name for a result.
#
# /// bank
# [parts.2b]
# outcome = "earlier_value"
# says = "früherer Wert"
# ///
# %% ergebnis after="antwort-2b"
aufgabe_2b = aufgabe_2b(100, 50, 0.1, 1.0)
print(aufgabe_2b)
