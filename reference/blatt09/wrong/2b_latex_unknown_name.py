# LaTeX with a name that nobody declared.
#
# /// bank
# says = "gehört nicht zur Aufgabe"
# outcome = "unreadable"
# ///
aufgabe_2b = r"N \sigma^2 \gamma^2"
