# The cell of 1c imports a package that is not installed.
#
# /// bank
# [parts.1c]
# outcome = "environment"
# says = "Paket"
# ///
# %% antwort-1c
import torchinfo_gibt_es_nicht


def aufgabe_1c(netz, x):
    return torchinfo_gibt_es_nicht.statistik(netz, x)
