# The answer in words, as a string.
#
# /// bank
# says = "nicht"
# outcome = "unreadable"
# ///
aufgabe_2e = "der Erwartungswert verschwindet"
