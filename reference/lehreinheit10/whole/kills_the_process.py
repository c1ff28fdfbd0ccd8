# 2a ends the whole process when it is called; all other parts keep their marks.
#
# /// bank
# [parts.2a]
# outcome = "crashed"
# says = "beendet den ganzen Python-Prozess"
# ///
# %% antwort-2a
import os


def aufgabe_2a(vorher, nachher):
    os._exit(1)
