# 2d ends the whole process when it is called; all other parts keep their marks.
#
# /// bank
# [parts.2d]
# outcome = "crashed"
# says = "beendet den ganzen Python-Prozess"
# ///
# %% antwort-2d
import os


def aufgabe_2d(W, x, grad_y):
    os._exit(1)
