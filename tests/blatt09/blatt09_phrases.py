"""Sentences for mistakes in exercise 1 that can be made in code and in a written formula alike."""

from autograder.checks import text

WITHOUT_X = text("Der Faktor, der aus s_1 nach w_1 abgeleitet entsteht, fehlt.")
WITHOUT_FIRST_DERIVATIVE = text("Die Ableitung der Aktivierung im ersten Layer fehlt.")
WITH_W1 = text("Das Gewicht w_1 kommt in der Ableitung nach w_1 nicht als Faktor vor.")
WITHOUT_LAST_LAYER = text("Im Produkt fehlt der letzte Layer.")
SIGMA_ITSELF = text("Die Aktivierung selbst steht dort, wo ihre Ableitung stehen muss.")
SUM = text("Die Faktoren der Layer werden addiert statt verkettet.")
AT_OUTPUTS = text("Die Ableitung der Aktivierung wird an der falschen Stelle ausgewertet.")
AFTER_X = text("Das ist die Ableitung nach dem Input x, nicht nach w_1.")
WITHOUT_WEIGHTS = text("Die Gewichte der späteren Layer fehlen.")
WITHOUT_DERIVATIVES = text("Die Ableitungen der Aktivierung fehlen.")
SHIFTED = text(
    "Im Produkt ist ein Index verschoben: In einem Faktor stehen Größen verschiedener Layer."
)
BIAS_FOR_WEIGHT = text("Im Produkt steht der Bias dort, wo ein Gewicht stehen muss.")
OUTPUT_FOR_INPUT = text("o_1 gehört nicht in die Formel: Leiten Sie s_1 noch einmal nach w_1 ab.")
EVERY_OUTPUT = text(
    "Die Outputs der Layer gehören nicht ins Produkt: Abgeleitet wird nur nach w_1, nicht nach "
    "jedem Gewicht."
)
OWN_FORWARD_PASS = text(
    "Das ist die Ableitung einer eigenen Vorwärtsrechnung. Gefragt ist eine Formel aus den "
    "gegebenen s_i; sie müssen nicht aus x, w und b berechnet sein."
)
RECOMPUTED = text(
    "Gefragt ist eine Formel aus den gegebenen s_i, Ihre Antwort rechnet sie aus x, w und b neu aus. "
    "Das sieht sich ein Mensch an."
)
OWN_FUNCTION = text(
    "Das ist die Ableitung Ihrer eigenen Vorwärtsrechnung aus 1c. Ob diese noch ein Netz mit Skip "
    "Connections ist, sieht sich ein Mensch an."
)
PLAIN_CHAIN_AGAIN = text("Das ist noch die Ableitung der Kette ohne Skip Connections.")
ONE_ONCE = text("Jedes übersprungene Paar bringt einen eigenen Summanden in seinen Faktor.")
ONE_TO_ALL = text("Zum ganzen Produkt wird etwas addiert statt zu jedem Faktor.")
ONE_PER_LAYER = text("Abgekürzt werden Paare: Der Summand kommt pro Paar hinzu, nicht pro Layer.")
LAST_LAYER_MISSING = text("Der Faktor des letzten Layers fehlt.")
LAST_WEIGHT_MISSING = text("Das Gewicht des letzten Layers fehlt.")
LAST_DERIVATIVE_MISSING = text("Die Ableitung der Aktivierung im letzten Layer fehlt.")
SHORTCUT_IN_ARGUMENT = text("Der Beitrag des Shortcuts gehört nicht in das Argument der Ableitung.")
OUTER_DERIVATIVE_MISSING = text(
    "Es fehlt die Ableitung einer Aktivierung, durch die der Shortcut hindurchläuft."
)
WEIGHT_IN_PAIR_MISSING = text("In den übersprungenen Paaren fehlt ein Gewicht.")
SHORTCUT_SIGN = text("Beim Beitrag des Shortcuts stimmt das Vorzeichen nicht.")
OTHER_ARCHITECTURE = text(
    "Die Ableitung gehört zu einer anderen Architektur als Ihre Lösung von 1c."
)
COMPUTE_BY_HAND = text(
    "Die Formel gibt andere Werte als die Ableitung. Rechnen Sie zur Kontrolle N = 2 und N = 4 "
    "von Hand nach."
)
