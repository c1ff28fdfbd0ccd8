# The distribution in words.
#
# /// bank
# says = "gefunden wurden sie nicht alle"
# outcome = "unreadable"
# ///
aufgabe_3b = "Normalverteilung mit Mittelwert 0"
