# The answer is deleted at the end.
#
# /// bank
# [parts.2d]
# outcome = "earlier_value"
# says = "früherer Wert"
# ///
# %% aufraeumen after="antwort-3c-stichprobe"
del aufgabe_2d
