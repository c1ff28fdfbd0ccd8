# The answer in words, as a string.
#
# /// bank
# says = "nicht"
# outcome = "unreadable"
# ///
aufgabe_2a = "der Erwartungswert verschwindet"
