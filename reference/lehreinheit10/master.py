# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% hinweise tags=["loesung"]
# Lehreinheit 10: Aufgabentexte, Gerüst und Musterlösung in einer Quelle.
#
# - Das Wort hinter `# %%` ist der Schlüssel der Zelle; er wird ihre feste id im Notebook.
# - Was zwischen `BEGIN LÖSUNG` und `END LÖSUNG` steht, bekommt niemand zu sehen.
# - Zellen mit dem Tag `loesung` fehlen im Notebook der Studierenden ganz.
# - Zellen mit dem Tag `versuch` zeigen nur etwas; auf sie baut keine Antwort. Der Selbsttest lässt sie
#   weg. Der Tag `selbsttest` sagt, dass eine Zelle auf keine Antwort wartet.
# - `{{ 1a }}` sind die Punkte von 1a, `{{ values.width }}` eine Zahl der Aufgabe: Zahlen stehen nur
#   in sheet.toml. Dort steht auch, was jede Antwort genau zurückgibt.
# - Die englischen Texte stehen unter denselben Schlüsseln in texts.en.md.

# %% titel [markdown]
r"""
# Lehreinheit 10: Initialisierung von ReLU-Netzen

Modellierung 2 · {{ points }} Punkte · Kennung `{{ sheet }}` · Version {{ version }}

| Aufgabe | Thema | Punkte |
|---|---|---|
| 0 | AI-Art-Challenge: drei Kategorien | {{ 0 }} |
| 1 | Mit welcher Streuung man Gewichte zieht | {{ 1 }} |
| 2 | Was die Initialisierung mit der Landschaft und dem Lernen macht | {{ 2 }} |

Dieses Notebook ist Aufgabenblatt und Abgabe zugleich. Es braucht `numpy`, `torch` und `matplotlib`,
aber keine Grafikkarte und kein Netz. Die Kennung oben lassen Sie bitte stehen: An ihr wird das Blatt
erkannt.
"""

# %% selbsttest tags=["hide-input", "selbsttest"]
{{ self_check }}

# %% regeln [markdown]
r"""
## So antworten Sie

- **Jeder Teil hat eine Antwortzelle.** Ersetzen Sie darin den Platzhalter. Weitere Zellen, eigene
  Hilfsfunktionen und Importe dürfen Sie überall ergänzen.
- **Gesucht wird nach Namen.** Die Antwort auf 1a heißt `aufgabe_1a` und so weiter. Definieren Sie
  einen Namen mehrmals, gilt der letzte Stand. Ebenfalls angenommen werden: `varianz_linear` (1a),
  `stabile_varianz_linear` (1b), `layer_statistik` (1c), `varianz_letzter_layer` (1e), `varianz_relu`
  und `stabile_varianz_relu` (1f), `netz_bauen`, `netz_trainieren` und `netz_ausgabe` (1g),
  `relative_aenderung` (2a), `versuch_tiefe` (2b), `versuch_breite` (2c), `versuch_faktor` (2d),
  `normieren`, `aktivierungsmuster` und `regionen_zaehlen` (2e).
- **Die Argumentliste steht fest, ihre Reihenfolge auch.** In 1a, 1b und 1f ist es immer dieselbe
  Liste; welche ihrer Größen in die Formel gehören, ist Teil der Aufgabe. Wenn Sie Argumente
  umbenennen, zählt ihre Position.
- **Rückgabe:** Zahlen, Tupel, Listen, `numpy`-Arrays und `torch`-Tensoren sind gleichermaßen recht,
  einfache und doppelte Genauigkeit auch. Runden Sie nicht.
- **Beobachtungen und Erklärungen** (1d, 1e, 2a bis 2e) schreiben Sie in die Zelle „Antwort“; eine
  Tutorin oder ein Tutor liest sie. Zwei, drei Sätze genügen, wenn sie sich auf Ihre Zahlen oder Bilder
  beziehen.
- **Ihre Funktionen werden mit anderen Netzen und anderen Daten aufgerufen** als in diesem Notebook.
  Verlassen Sie sich also nur auf die Argumente.
- **Selbsttest:** Die Zelle über dieser richtet ihn ein; führen Sie sie zuerst aus. Danach sagt zum
  Beispiel `grader.check("1c")`, ob Ihre Antwort gefunden wird, welche Form fehlt und wie eine Formel
  gelesen wurde. Ob sie richtig ist, sagt er nicht.
- **Rechenzeit:** Eine Zelle darf {{ cell_seconds }} Sekunden laufen, ein einzelner Aufruf Ihrer
  Funktion {{ call_seconds }} Sekunden. Rufen Sie längere Experimente in Funktionen auf, und heben Sie
  nur die Zahlen auf, die Sie zeigen.
"""

# %% formeln [markdown]
r"""
## Formeln: fünf Schreibweisen

In 1a, 1b, 1e und 1f ist eine Formel gefragt. Gleichwertige Umformungen zählen gleich viel. Hier die
fünf Schreibweisen an einem **anderen** Thema: Eine Größe wird $m$-mal unabhängig gemessen, jede
Messung hat die Varianz `var_z`. Welche Varianz hat der Mittelwert? (Argumentliste: `(m, var_z)`.)

1. **Python-Funktion** mit der vorgegebenen Argumentliste
2. **SymPy-Ausdruck**, dessen Symbole wie die Argumente heißen
3. **Python-Schreibweise als Zeichenkette**
4. **LaTeX als Zeichenkette**, am besten mit `r` davor
5. **Markdown-Zelle**, die mit `### Antwort` und dem Namen des Teils beginnt, etwa `### Antwort 1b`.
   Es zählt die *letzte* abgesetzte Formel (`$$ … $$`) und darin die Seite rechts vom letzten
   Gleichheitszeichen. (Nicht in 1f: Dort sind zwei Antworten gefragt.)

In LaTeX heißen die Größen $n_{in}$ und $n_{out}$ (auch $n_{\text{ein}}$, $n_{\text{aus}}$),
$\operatorname{Var}(W)$ und $\operatorname{Var}(x)$; ein Dezimalkomma wird verstanden.
"""

# %% beispiel
def beispiel(m, var_z):
    return var_z / m


beispiel_text = "var_z / m"
beispiel_latex = r"\frac{\operatorname{Var}(z)}{m}"

# %% beispiel-markdown [markdown]
r"""
### Antwort Beispiel

$$
\operatorname{Var}\Big(\tfrac1m \sum_{k=1}^{m} z_k\Big)
= \frac{1}{m^2} \cdot m \operatorname{Var}(z) = \frac{\operatorname{Var}(z)}{m}
$$
"""

# %% aufgabe-0 [markdown]
r"""
## Aufgabe 0: AI-Art-Challenge ({{ 0 }} P)

Auf einem der nächsten Blätter erzeugt die Gruppe Bilder mit einem Diffusionsmodell. Schlagen Sie
**drei verschiedene Kategorien** vor, in denen die Bilder antreten sollen: als Liste mit drei Punkten,
ein Vorschlag pro Zeile. Alle Vorschläge kommen auf eine gemeinsame Liste; abgestimmt wird in der
nächsten Woche.
"""

# %% antwort-0 [markdown] tags=["antwort-0"]
r"""
### Antwort 0

<!-- BEGIN LÖSUNG -->
1. Wetterkarten ferner Planeten
2. Stillleben mit Küchengeräten
3. Landschaften aus gefaltetem Papier
<!-- END LÖSUNG -->
"""

# %% geruest [markdown]
r"""
## Gerüst: Daten, Training, Bilder

Die nächsten Zellen gehören zu keiner Aufgabe. Sie stellen bereit, was Sie in Aufgabe 1 und 2
brauchen; lesen Sie sie einmal durch.

**Daten.** {{ values.classes }} zufällige Orte zerlegen das Quadrat $[-\sqrt3, \sqrt3]^2$ in
Voronoi-Zellen: Ein Punkt gehört zu der Klasse des Orts, der ihm am nächsten liegt. Die Punkte sind
gleichverteilt im Quadrat; jede Koordinate hat damit Erwartungswert 0 und Varianz 1. Orte, bei denen
eine Klasse sehr klein oder sehr groß würde, werden neu gezogen.

**Netze.** Ein *Layer* ist hier immer ein linearer Layer. Ein Netz mit $L$ Layern und den Breiten
`widths` $= (n_0, n_1, \dots, n_L)$ besteht aus $L$ `nn.Linear` und $L - 1$ Aktivierungen dazwischen;
$n_0 = 2$ ist die Dimension der Daten, $n_L$ die Zahl der Klassen. Hinter dem letzten Layer steht
keine Aktivierung. `netz_normal` zieht alle Gewichte aus $\mathcal N(0, 1)$ und setzt den Bias auf 0,
so wie letzte Woche.
"""

# %% importe
import copy
import math

import matplotlib.pyplot as plt
import numpy as np
import torch
from torch import nn

torch.set_num_threads(1)

# %% zahlen
LAYER = {{ values.layers }}
LAYER_2C = {{ values.layers_2c }}
BREITE = {{ values.width }}
KLASSEN = {{ values.classes }}
TRAININGSPUNKTE = {{ values.train_points }}
TESTPUNKTE = {{ values.test_points }}
LERNRATE = {{ values.learning_rate }}
EPOCHEN = {{ values.epochs }}
BATCH = {{ values.batch_points }}
KLEINSTE_KLASSE = {{ values.smallest_class }}
GROESSTE_KLASSE = {{ values.largest_class }}
SEITE = math.sqrt(3)

# %% geruest-daten
def voronoi_daten(seed):
    """Neue Daten: x_train, y_train, x_test, y_test."""
    generator = torch.Generator().manual_seed(seed)
    anteile = torch.ones(1)
    while anteile.min() < KLEINSTE_KLASSE or anteile.max() > GROESSTE_KLASSE:
        orte = SEITE * (2 * torch.rand(KLASSEN, 2, generator=generator) - 1)
        x = SEITE * (2 * torch.rand(TRAININGSPUNKTE + TESTPUNKTE, 2, generator=generator) - 1)
        y = torch.cdist(x, orte).argmin(dim=1)
        anteile = torch.bincount(y, minlength=KLASSEN) / len(y)
    return x[:TRAININGSPUNKTE], y[:TRAININGSPUNKTE], x[TRAININGSPUNKTE:], y[TRAININGSPUNKTE:]


DATEN = voronoi_daten(seed=10)

# %% geruest-netz
def netz_normal(widths, seed, aktivierung=nn.ReLU, bias_streuung=0.0):
    """Gewichte aus N(0, 1); der Bias ist 0 oder wird mit bias_streuung gezogen."""
    generator = torch.Generator().manual_seed(seed)
    module = []
    for n_in, n_out in zip(widths, widths[1:]):
        layer = nn.Linear(n_in, n_out)
        with torch.no_grad():
            layer.weight.copy_(torch.randn(n_out, n_in, generator=generator))
            layer.bias.copy_(bias_streuung * torch.randn(n_out, generator=generator))
        module += [layer, aktivierung()]
    return nn.Sequential(*module[:-1])


def breiten(layer, breite=BREITE):
    """(2, breite, …, breite, KLASSEN) für ein Netz mit so vielen Layern."""
    return (2, *[breite] * (layer - 1), KLASSEN)

# %% geruest-training
def sgd(netz, x, y, seed, lernrate=LERNRATE, epochen=EPOCHEN, batch=BATCH):
    """Einfaches SGD, verändert das Netz; gibt den mittleren Loss jeder Epoche zurück."""
    generator = torch.Generator().manual_seed(seed)
    optimierer = torch.optim.SGD(netz.parameters(), lr=lernrate)
    verlauf = []
    for _ in range(epochen):
        summe = 0.0
        for index in torch.randperm(len(x), generator=generator).split(batch):
            optimierer.zero_grad()
            loss = nn.functional.cross_entropy(netz(x[index]), y[index])
            loss.backward()
            optimierer.step()
            summe += loss.item() * len(index)
        verlauf.append(summe / len(x))
    return verlauf


@torch.no_grad()
def loss_und_genauigkeit(netz, x_train, y_train, x_test, y_test):
    """Mittlerer Loss auf den Trainingspunkten, Anteil richtiger Klassen auf den Testpunkten."""
    loss = nn.functional.cross_entropy(netz(x_train), y_train).item()
    richtig = (netz(x_test).argmax(dim=1) == y_test).float().mean().item()
    return loss, richtig

# %% geruest-bilder
FARBEN = plt.get_cmap("tab10").colors


def vorhanden(**antworten):
    """Was davon schon beantwortet ist; nennt den Rest."""
    for name, wert in antworten.items():
        if wert is None:
            print(f"{name}: noch keine Antwort")
    return {name: wert for name, wert in antworten.items() if wert is not None}


def zeige_statistik(**statistiken):
    """Mittelwert und Varianz pro Layer, wie aufgabe_1c sie liefert."""
    bekannt = vorhanden(**statistiken)
    if not bekannt:
        return
    _, (links, rechts) = plt.subplots(1, 2, figsize=(9, 3))
    for name, werte in bekannt.items():
        werte = np.asarray(werte, dtype=float)
        nummern = range(1, len(werte) + 1)
        links.plot(nummern, werte[:, 0] / np.sqrt(werte[:, 1]), "o-", label=name)
        rechts.semilogy(nummern, werte[:, 1], "o-", label=name)
    links.set(title="Mittelwert / Standardabweichung", xlabel="Layer", ylim=(-1, 1))
    rechts.set(title="Varianz der Voraktivierungen", xlabel="Layer")
    rechts.legend()
    plt.tight_layout()
    plt.show()


def zeige_verlauf(**verlaeufe):
    """Loss pro Epoche, wie sgd ihn liefert."""
    bekannt = vorhanden(**verlaeufe)
    if not bekannt:
        return
    _, achse = plt.subplots(figsize=(5, 3))
    for name, werte in bekannt.items():
        achse.semilogy(range(1, len(werte) + 1), werte, label=name)
    achse.set(title="Loss im Training", xlabel="Epoche")
    achse.legend()
    plt.show()


def zeige_versuch(groesse, stellen, protokoll, logarithmisch=False):
    """Loss und Genauigkeit eines Versuchs über einer Größe."""
    if not vorhanden(Versuch=protokoll):
        return
    protokoll = np.asarray(protokoll, dtype=float)
    _, (links, rechts) = plt.subplots(1, 2, figsize=(9, 3))
    links.semilogy(stellen, protokoll[:, 0], "o-")
    links.set(title="Loss nach dem Training", xlabel=groesse)
    rechts.plot(stellen, protokoll[:, 1], "o-")
    rechts.set(title="Genauigkeit auf den Testpunkten", xlabel=groesse, ylim=(0, 1))
    if logarithmisch:
        links.set_xscale("log")
        rechts.set_xscale("log")
    plt.tight_layout()
    plt.show()


def gitter(punkte_pro_seite=150):
    """Punkte eines Gitters im Quadrat, die weder im Ursprung noch auf den Achsen liegen."""
    rand = SEITE * (1 - 1 / punkte_pro_seite)
    achse = torch.linspace(-rand, rand, punkte_pro_seite + punkte_pro_seite % 2)
    return torch.cartesian_prod(achse, achse)


def zeige_landschaft(**muster):
    """Jede lineare Region eine Farbe; muster wie von aufgabe_2e_muster für gitter()."""
    bekannt = vorhanden(**muster)
    if not bekannt:
        return
    _, achsen = plt.subplots(1, len(bekannt), figsize=(3.2 * len(bekannt), 3.4), squeeze=False)
    for achse, (name, bits) in zip(achsen[0], bekannt.items()):
        bits = np.asarray(bits).astype(bool)
        _, nummer = np.unique(np.packbits(bits, axis=1), axis=0, return_inverse=True)
        nummer = nummer.reshape(-1)
        anzahl = int(nummer.max()) + 1
        farbe = np.random.default_rng(0).uniform(0.15, 0.95, size=(anzahl, 3))[nummer]
        seite = math.isqrt(len(nummer))
        bild = farbe.reshape(seite, seite, 3).transpose(1, 0, 2)
        achse.imshow(bild, origin="lower", extent=(-SEITE, SEITE, -SEITE, SEITE))
        achse.set_title(f"{name}: {anzahl} Regionen", fontsize=9)
    plt.tight_layout()
    plt.show()

# %% bild-daten tags=["versuch", "selbsttest"]
_, achse = plt.subplots(figsize=(3, 3))
achse.scatter(*DATEN[0].T, s=6, c=[FARBEN[klasse % 10] for klasse in DATEN[1].tolist()])
achse.set_aspect("equal")
achse.set_title("Trainingspunkte und ihre Klassen", fontsize=9)
plt.show()

# %% aufgabe-1 [markdown]
r"""
## Aufgabe 1: Initialisierung von ReLU-Netzen ({{ 1 }} P)

Letzte Woche haben wir die Daten normiert und die Gewichte aus $\mathcal N(0, 1)$ gezogen. Für flache
Netze geht das gut. Was aber wird aus den Zwischenergebnissen, wenn viele Layer
$y = a(Wx + b)$ hintereinander stehen? Ändert jeder Layer die Varianz um denselben Faktor, so ändert
sie sich exponentiell mit der Tiefe. Wir suchen deshalb eine Streuung der Gewichte, bei der

$$
\operatorname{Var}(y) = \operatorname{Var}(x)
$$

bleibt.

**Annahmen.** $W$ hat die Form $n_{out} \times n_{in}$. Seine Einträge werden unabhängig voneinander
aus derselben Verteilung gezogen, mit Erwartungswert 0 und Varianz $\operatorname{Var}(W)$. Die
Einträge von $x$ sind unabhängig voneinander und von $W$ und haben die Varianz
$\operatorname{Var}(x)$; ihr Erwartungswert ist 0, denn wir haben die Daten normiert. (Für spätere
Layer ist die Unabhängigkeit nur eine Näherung; am Anfang des Trainings ist sie brauchbar.)

**Argumentliste** von 1a, 1b und 1f: `(n_in, n_out, var_w, var_x)`. `var_w` und `var_x` sind
**Varianzen**, keine Standardabweichungen.
"""

# %% aufgabe-1a [markdown]
r"""
### Aufgabe 1a ({{ 1a }} P)

Zunächst ohne Aktivierung und ohne Bias: $a(x) = x$, $b = 0$. Welche Varianz hat eine Komponente
$y_i$ von $y = Wx$? `aufgabe_1a` gibt $\operatorname{Var}(y_i)$ zurück.
"""

# %% antwort-1a tags=["antwort-1a"]
def aufgabe_1a(n_in, n_out, var_w, var_x):
    # BEGIN LÖSUNG
    return n_in * var_w * var_x
    # END LÖSUNG


# %% test-1a tags=["selbsttest"]
grader.check("1a")

# %% aufgabe-1b [markdown]
r"""
### Aufgabe 1b ({{ 1b }} P)

Viele solche Layer stehen hintereinander. Welche **Varianz** $\operatorname{Var}(W_{ij})$ müssen die
Gewichte eines Layers haben, damit die Zwischenergebnisse auch dann weder gegen 0 gehen noch über alle
Grenzen wachsen, wenn die Zahl der Layer gegen unendlich geht? `aufgabe_1b` gibt diese Varianz zurück.
"""

# %% antwort-1b tags=["antwort-1b"]
def aufgabe_1b(n_in, n_out, var_w, var_x):
    # BEGIN LÖSUNG
    return 1 / n_in
    # END LÖSUNG


# %% test-1b tags=["selbsttest"]
grader.check("1b")

# %% aufgabe-1c [markdown]
r"""
### Aufgabe 1c ({{ 1c }} P)

Jetzt wird gemessen. `aufgabe_1c(netz, x)` bekommt ein Netz der Bauart von `netz_normal`
(`nn.Sequential` aus `nn.Linear` und Aktivierungen, beliebig tief und breit, auch mit Bias) und Punkte
`x` der Form $(N, n_0)$. Zurück kommt für jeden der $L$ Layer, auch für den letzten, eine Zeile
(Mittelwert, Varianz) seiner **Voraktivierungen** $z_l$, also dessen, was der lineare Layer ausgibt und
*bevor* eine Aktivierung angewendet wird. Beide werden über alle Punkte **und** alle Einheiten des
Layers zusammen gebildet. Form: `(L, 2)`.

(Ob Sie die Varianz durch die Anzahl oder durch die Anzahl minus 1 teilen, ist gleichgültig.)
"""

# %% antwort-1c tags=["antwort-1c"]
def aufgabe_1c(netz, x):
    # BEGIN LÖSUNG
    zeilen = []
    with torch.no_grad():
        for modul in netz:
            x = modul(x)
            if isinstance(modul, nn.Linear):
                zeilen.append((x.mean().item(), x.var().item()))
    return zeilen
    # END LÖSUNG


# %% test-1c tags=["selbsttest"]
grader.check("1c")

# %% aufgabe-1d [markdown]
r"""
### Aufgabe 1d ({{ 1d }} P)

Die nächste Zelle zeichnet Ihre Messung für Netze mit Gewichten aus $\mathcal N(0, 1)$, einmal ohne
Aktivierung ($a(x) = x$) und einmal mit ReLU. Was beobachten Sie an Mittelwert und Varianz? Um welchen
Faktor ändert sich die Varianz von Layer zu Layer, und passt das zu 1a?
"""

# %% bild-1d tags=["versuch", "selbsttest"]
zeige_statistik(
    linear=aufgabe_1c(netz_normal(breiten(LAYER), 1, nn.Identity), DATEN[0]),
    ReLU=aufgabe_1c(netz_normal(breiten(LAYER), 1, nn.ReLU), DATEN[0]),
)

# %% antwort-1d [markdown] tags=["antwort-1d"]
r"""
### Antwort 1d

<!-- BEGIN LÖSUNG -->
Der Mittelwert ist gemessen an der Standardabweichung überall ungefähr 0. Die Varianz wächst dagegen
exponentiell, in der logarithmischen Darstellung also geradlinig: Im linearen Netz kommt mit jedem
Layer ein Faktor von etwa $n_{in} = 32$ hinzu (beim ersten 2, weil die Daten zweidimensional sind), wie
es 1a mit $\operatorname{Var}(W) = 1$ vorhersagt. Mit ReLU ist der Faktor nur etwa halb so groß.
<!-- END LÖSUNG -->
"""

# %% aufgabe-1e [markdown]
r"""
### Aufgabe 1e ({{ 1e }} P)

Mit wenigen Layern lernt so ein Netz noch, mit {{ values.layers }} Layern nicht mehr. Warum?

- `aufgabe_1e(widths, var_w, var_x)` rechnet es vor: Welche Varianz hat ein Eintrag der **letzten
  Voraktivierung** $z_L$ eines *linearen* Netzes ($a(x) = x$, Bias 0) mit den Breiten
  `widths` $= (n_0, \dots, n_L)$, wenn alle Gewichte die Varianz `var_w` haben und die Daten die Varianz
  `var_x`? Die Breiten können alle verschieden sein. (In LaTeX: $n_0, \dots, n_L$, $L$,
  $\operatorname{Var}(W)$, $\operatorname{Var}(x)$.)
- Erklären Sie darunter mit Erwartungswert und Varianz, warum das Training mit {{ values.layers }} Layern
  scheitert. Setzen Sie dazu Zahlen ein, etwa die Breiten $(2, 64, \dots, 64, 5)$: Läuft dabei schon
  etwas über?
"""

# %% antwort-1e tags=["antwort-1e"]
def aufgabe_1e(widths, var_w, var_x):
    # BEGIN LÖSUNG
    varianz = var_x
    for n_in in widths[:-1]:
        varianz = varianz * n_in * var_w
    return varianz
    # END LÖSUNG


# %% test-1e tags=["selbsttest"]
grader.check("1e")

# %% bild-1e tags=["versuch", "selbsttest"]
varianz_11 = aufgabe_1e((2, *[64] * (LAYER - 1), KLASSEN), 1.0, 1.0)
if vorhanden(aufgabe_1e=varianz_11):
    print(f"Varianz der letzten Voraktivierung: {varianz_11:.3g}")

verlauf_normal = {
    f"{layer} Layer": sgd(netz_normal(breiten(layer), 3), *DATEN[:2], seed=3) for layer in (2, LAYER)
}
zeige_verlauf(**verlauf_normal)

# %% antwort-1e-text [markdown] tags=["antwort-1e"]
r"""
### Antwort 1e

<!-- BEGIN LÖSUNG -->
Der Erwartungswert bleibt 0, aber die Varianz vervielfacht sich in jedem Layer um $n_l$. Bei den Breiten
$(2, 64, \dots, 64, 5)$ und Gewichten aus $\mathcal N(0,1)$ ist sie am Ende $2 \cdot 64^{10} \approx
2{,}3 \cdot 10^{18}$, die Standardabweichung also etwa $1{,}5 \cdot 10^9$. Ein Überlauf ist das noch nicht,
float32 reicht bis $3{,}4 \cdot 10^{38}$. Die Logits sind aber so riesig, dass Softmax immer eine Klasse mit
Wahrscheinlichkeit 1 wählt: Der Loss ist riesig oder 0, und die Gradienten, die durch dieselben
Gewichte zurücklaufen, wachsen ebenso. Ein Schritt mit der üblichen Lernrate wirft die Gewichte weit
weg, danach lernt das Netz nichts mehr.
<!-- END LÖSUNG -->
"""

# %% aufgabe-1f [markdown]
r"""
### Aufgabe 1f ({{ 1f }} P)

Nun mit $a(z) = \operatorname{ReLU}(z) = \max(0, z)$ und weiterhin Bias 0. Die Ausgaben eines Layers
haben jetzt nicht mehr den Erwartungswert 0, die Rechnung aus 1a gilt also nicht mehr ohne Weiteres.

Die Voraktivierung $z$ habe eine um 0 symmetrische Verteilung mit Varianz `var_x`. Der nächste Layer hat
`n_in` Eingänge und Gewichte mit Varianz `var_w`; seine Voraktivierung ist $z' = W\,a(z)$.

- `aufgabe_1f` gibt das Paar $\big(\mathbb E[a(z)^2],\ \operatorname{Var}(z'_i)\big)$ zurück
  ({{ 1f.variance }} P).
- `aufgabe_1f_gewichte` gibt die Varianz $\operatorname{Var}(W_{ij})$ zurück, bei der die Varianz der
  **Voraktivierungen** von Layer zu Layer gleich bleibt ({{ 1f.weights }} P).
"""

# %% antwort-1f tags=["antwort-1f"]
def aufgabe_1f(n_in, n_out, var_w, var_x):
    # BEGIN LÖSUNG
    zweites_moment = var_x / 2
    return zweites_moment, n_in * var_w * zweites_moment
    # END LÖSUNG


# %% antwort-1f-gewichte tags=["antwort-1f"]
def aufgabe_1f_gewichte(n_in, n_out, var_w, var_x):
    # BEGIN LÖSUNG
    return 2 / n_in
    # END LÖSUNG


# %% test-1f tags=["selbsttest"]
grader.check("1f")

# %% aufgabe-1g [markdown]
r"""
### Aufgabe 1g ({{ 1g }} P)

Setzen Sie Ihr Ergebnis um und trainieren Sie ein Netz mit {{ values.layers }} Layern.

- `aufgabe_1g_netz(widths, seed)` baut ein frisches ReLU-Netz mit den Breiten `widths`, also mit
  `len(widths) - 1` Layern. **Alle** Layer, auch der erste und der letzte, bekommen Gewichte mit
  Erwartungswert 0 und der Varianz aus 1f; die Verteilung dürfen Sie wählen. Der Bias ist am Anfang 0
  (oder fehlt). Die Ausgaben sind Logits oder deren Log-Softmax. Geprüft wird mit ungleichen Breiten
  ({{ 1g.scheme }} P).
- `aufgabe_1g_training(netz, x_train, y_train, x_test, y_test, seed)` trainiert ein solches Netz mit
  einfachem SGD und gibt es zurück. Geprüft wird mit Ihrem Netz auf **neuen** Daten der Bauart von
  `voronoi_daten` ({{ values.train_points }} Trainingspunkte), mit {{ values.layers }} Layern, deren Breiten
  um {{ values.width }} liegen: Auf Testpunkten, deren Klassen Ihre Funktion nicht kennt, muss ein Anteil von
  {{ values.accuracy }} richtig sein. (`y_test` dient nur Ihrer eigenen Anzeige; beim Prüfen steht
  darin nichts Brauchbares.) Gelingt es nicht, wird es mit neuen Daten und neuem `seed` noch zweimal
  versucht ({{ 1g.training }} P).
- `aufgabe_1g_ausgabe(netz, x)` gibt die Ausgaben Ihres Netzes zurück. Ändern müssen Sie daran nur
  etwas, wenn Ihr Netz kein `nn.Module` ist.

Ihr Netz darf ein `nn.Sequential`, ein eigenes `nn.Module` oder eine Liste von Tensoren
`[W_1, b_1, …, W_L, b_L]` (mit Gradienten oder ohne) sein; jedes $W_l$ hat die Form
`(n_out, n_in)`, und die Layer stehen in ihrer Reihenfolge. Nur lineare Layer und ReLU, sonst nichts: Es wird aus seinen
Gewichten nachgebaut, und der Nachbau muss dasselbe ausgeben. Zufall nehmen Sie aus `seed`.
"""

# %% antwort-1g tags=["antwort-1g"]
def aufgabe_1g_netz(widths, seed):
    # BEGIN LÖSUNG
    generator = torch.Generator().manual_seed(seed)
    module = []
    for n_in, n_out in zip(widths, widths[1:]):
        layer = nn.Linear(n_in, n_out)
        with torch.no_grad():
            layer.weight.normal_(0, math.sqrt(2 / n_in), generator=generator)
            layer.bias.zero_()
        module += [layer, nn.ReLU()]
    return nn.Sequential(*module[:-1])
    # END LÖSUNG


# %% antwort-1g-training tags=["antwort-1g"]
def aufgabe_1g_training(netz, x_train, y_train, x_test, y_test, seed):
    # BEGIN LÖSUNG
    sgd(netz, x_train, y_train, seed)
    return netz
    # END LÖSUNG


# %% antwort-1g-ausgabe tags=["antwort-1g"]
def aufgabe_1g_ausgabe(netz, x):
    return netz(x)


# %% test-1g tags=["selbsttest"]
grader.check("1g")

# %% bild-1g tags=["versuch", "selbsttest"]
def probe_1g():
    netz = aufgabe_1g_netz(breiten(LAYER), seed=1)
    if not vorhanden(aufgabe_1g_netz=netz):
        return
    if isinstance(netz, nn.Sequential):
        normal = aufgabe_1c(netz_normal(breiten(LAYER), 1), DATEN[0])
        zeige_statistik(normal=normal, eigenes=aufgabe_1c(netz, DATEN[0]))
    netz = aufgabe_1g_training(netz, *DATEN, seed=1) or netz
    klassen = torch.as_tensor(aufgabe_1g_ausgabe(netz, DATEN[2])).argmax(dim=1)
    print(f"Genauigkeit auf den Testpunkten: {(klassen == DATEN[3]).float().mean():.2f}")


probe_1g()

# %% aufgabe-2 [markdown]
r"""
## Aufgabe 2: Initialisierung, Landschaft, Lernbarkeit ({{ 2 }} P)

Jetzt vervollständigen wir die letzte Lehreinheit: Wie wirkt sich die Initialisierung auf das Lernen
und auf die Landschaft des Netzes aus? Jeder Teil besteht aus einer Funktion, die einen Versuch
durchführt und kleine Tabellen zurückgibt, und aus dem, was Sie daran beobachten.

**Vereinbarung für 2b, 2c und 2d.** Die Versuchsfunktionen haben die Argumente
`(…, x_train, y_train, x_test, y_test, seed)`, wobei `…` die Liste der Größen ist, die variiert werden.
Für jede wird ein frisches Netz gezogen und mit `sgd` und dessen voreingestellten Werten trainiert
(also Lernrate {{ values.learning_rate }}, {{ values.epochs }} Epochen, Batches aus
{{ values.batch_points }} Punkten). Initialisiert wird in 2b und 2c wie in 1g. Zurück kommt ein
Array der Form `(Anzahl, 2)`, pro Größe eine Zeile:

| Spalte | Bedeutung |
|---|---|
| 0 | Kreuzentropie nach dem Training, gemittelt über die Trainingspunkte |
| 1 | Genauigkeit auf den Testpunkten, zwischen 0 und 1 |

Diese beiden Zahlen liefert `loss_und_genauigkeit`. Die Zahl der Klassen ist {{ values.classes }}. NaN und
unendlich sind erlaubt, wo ein Training auseinanderläuft.
"""

# %% aufgabe-2a [markdown]
r"""
### Aufgabe 2a ({{ 2a }} P)

Welche Layer ändern sich im Training schneller, welche langsamer? `aufgabe_2a(vorher, nachher)` bekommt
zwei gleich gebaute Netze (`nn.Sequential`) und gibt für jeden Layer die relative Änderung seiner Gewichte

$$
\frac{\lVert W_l^{\text{nachher}} - W_l^{\text{vorher}} \rVert}{\lVert W_l^{\text{vorher}} \rVert}
$$

zurück (Frobenius-Norm, ohne Bias; Form `(L,)`). Beschreiben Sie dann, was Sie an den gezeichneten Netzen
beobachten.
"""

# %% antwort-2a tags=["antwort-2a"]
def aufgabe_2a(vorher, nachher):
    # BEGIN LÖSUNG
    aenderungen = []
    for alt, neu in zip(vorher, nachher):
        if isinstance(alt, nn.Linear):
            differenz = (neu.weight - alt.weight).detach()
            aenderungen.append((differenz.norm() / alt.weight.detach().norm()).item())
    return aenderungen
    # END LÖSUNG


# %% test-2a tags=["selbsttest"]
grader.check("2a")

# %% bild-2a tags=["versuch", "selbsttest"]
def probe_2a(layer=LAYER):
    vorher = aufgabe_1g_netz(breiten(layer), seed=5)
    if not isinstance(vorher, nn.Sequential):
        return print("Ohne ein nn.Sequential aus 1g wird hier nichts gezeichnet.")
    nachher = aufgabe_1g_training(copy.deepcopy(vorher), *DATEN, seed=5)
    werte = vorhanden(aufgabe_2a=aufgabe_2a(vorher, nachher) if nachher is not None else None)
    for zahlen in werte.values():
        _, achse = plt.subplots(figsize=(5, 3))
        achse.bar(range(1, len(zahlen) + 1), zahlen)
        achse.set(title="Relative Änderung der Gewichte", xlabel="Layer")
        plt.show()


probe_2a()

# %% antwort-2a-text [markdown] tags=["antwort-2a"]
r"""
### Antwort 2a

<!-- BEGIN LÖSUNG -->
Bei passender Streuung ändern sich alle Layer in derselben Größenordnung, die mittleren um etwa 7 bis
13 %; kein Layer steht still. Am stärksten ändert sich der letzte (rund 25 %): Er hat wenige Gewichte und
bekommt das Fehlersignal unmittelbar. Am wenigsten ändert sich relativ der erste (rund 4 %), denn seine
Gewichte sind wegen $n_{in} = 2$ von Anfang an viel größer.
<!-- END LÖSUNG -->
"""

# %% aufgabe-2b [markdown]
r"""
### Aufgabe 2b ({{ 2b }} P)

Mehr oder weniger Layer: `aufgabe_2b(tiefen, x_train, y_train, x_test, y_test, seed)` führt den Versuch für
jede Anzahl von Layern in `tiefen` durch (Breite {{ values.width }}; ein Layer bedeutet: nur ein linearer
Layer von den Daten zu den Klassen). Was beobachten Sie?
"""

# %% antwort-2b tags=["antwort-2b"]
def aufgabe_2b(tiefen, x_train, y_train, x_test, y_test, seed):
    # BEGIN LÖSUNG
    protokoll = []
    for tiefe in tiefen:
        torch.manual_seed(seed)
        netz = netz_normal(breiten(tiefe), seed)
        for layer in netz[::2]:
            nn.init.kaiming_normal_(layer.weight)
        sgd(netz, x_train, y_train, seed)
        protokoll.append(loss_und_genauigkeit(netz, x_train, y_train, x_test, y_test))
    return protokoll
    # END LÖSUNG


# %% test-2b tags=["selbsttest"]
grader.check("2b")

# %% bild-2b tags=["versuch", "selbsttest"]
TIEFEN = [1, 2, 4, 8, 12]
zeige_versuch("Anzahl der Layer", TIEFEN, aufgabe_2b(TIEFEN, *DATEN, seed=2))

# %% antwort-2b-text [markdown] tags=["antwort-2b"]
r"""
### Antwort 2b

<!-- BEGIN LÖSUNG -->
Ein einziger Layer trennt die Zellen nur mit Geraden und lernt langsam; nach 20 Epochen ist sein Loss
dreimal so groß wie der eines Netzes mit 4 oder 8 Layern, die Genauigkeit liegt unter 90 % statt bei etwa
95 %. Ab einer gewissen Tiefe bringt jeder weitere Layer nichts mehr, mit 12 wird der Loss sogar wieder
etwas größer. Mit passender Initialisierung lernen aber alle.
<!-- END LÖSUNG -->
"""

# %% aufgabe-2c [markdown]
r"""
### Aufgabe 2c ({{ 2c }} P)

Breitere oder schmalere Layer: `aufgabe_2c(breiten_liste, x_train, y_train, x_test, y_test, seed)` führt den
Versuch für jede Breite durch, mit {{ values.layers_2c }} Layern. Was beobachten Sie?
"""

# %% antwort-2c tags=["antwort-2c"]
def aufgabe_2c(breiten_liste, x_train, y_train, x_test, y_test, seed):
    # BEGIN LÖSUNG
    protokoll = []
    for breite in breiten_liste:
        torch.manual_seed(seed)
        netz = netz_normal(breiten(LAYER_2C, breite), seed)
        for layer in netz[::2]:
            nn.init.kaiming_normal_(layer.weight)
        sgd(netz, x_train, y_train, seed)
        protokoll.append(loss_und_genauigkeit(netz, x_train, y_train, x_test, y_test))
    return protokoll
    # END LÖSUNG


# %% test-2c tags=["selbsttest"]
grader.check("2c")

# %% bild-2c tags=["versuch", "selbsttest"]
BREITEN = [2, 4, 8, 32]
zeige_versuch("Breite", BREITEN, aufgabe_2c(BREITEN, *DATEN, seed=2), logarithmisch=True)

# %% antwort-2c-text [markdown] tags=["antwort-2c"]
r"""
### Antwort 2c

<!-- BEGIN LÖSUNG -->
Sehr schmale Netze (Breite 2 oder 4) bleiben deutlich schlechter und hängen stark vom Zufall ab: Sterben
einzelne Einheiten, fehlt ihnen gleich ein großer Teil. Mit der Breite sinkt der Loss und steigt die
Genauigkeit, ab etwa 32 nur noch wenig. Die Varianz der Voraktivierungen schwankt bei breiten Netzen
weniger um ihren Erwartungswert, die Initialisierung passt dort also zuverlässiger.
<!-- END LÖSUNG -->
"""

# %% aufgabe-2d [markdown]
r"""
### Aufgabe 2d ({{ 2d }} P)

Wie genau muss die Streuung stimmen? `aufgabe_2d(faktoren, x_train, y_train, x_test, y_test, seed)` zieht für
jeden Faktor $c$ alle Gewichte aus einer Normalverteilung mit Erwartungswert 0, deren
**Standardabweichung** das $c$-Fache der Standardabweichung aus 1f ist (Bias 0, {{ values.layers }} Layer,
Breite {{ values.width }}), und führt den Versuch durch. Zeichnen Sie das Ergebnis, und vergleichen Sie den besten Faktor mit
dem, was 1f erwarten lässt.
"""

# %% antwort-2d tags=["antwort-2d"]
def aufgabe_2d(faktoren, x_train, y_train, x_test, y_test, seed):
    # BEGIN LÖSUNG
    protokoll = []
    for faktor in faktoren:
        netz = netz_normal(breiten(LAYER), seed)
        for layer in netz[::2]:
            layer.weight.data *= faktor * math.sqrt(2 / layer.in_features)
        sgd(netz, x_train, y_train, seed)
        protokoll.append(loss_und_genauigkeit(netz, x_train, y_train, x_test, y_test))
    return protokoll
    # END LÖSUNG


# %% test-2d tags=["selbsttest"]
grader.check("2d")

# %% bild-2d tags=["versuch", "selbsttest"]
FAKTOREN = [0.5, 0.7, 0.85, 1.0, 1.2, 1.5, 2.0]
zeige_versuch("Faktor", FAKTOREN, aufgabe_2d(FAKTOREN, *DATEN, seed=2), logarithmisch=True)

# %% antwort-2d-text [markdown] tags=["antwort-2d"]
r"""
### Antwort 2d

<!-- BEGIN LÖSUNG -->
Am besten sind Faktoren nahe 1, wie es 1f erwarten lässt. Kleinere Faktoren lassen die Signale mit
$c^{11}$ schrumpfen: Bei 0,5 kommt hinten fast nichts an, der Loss bleibt beim Raten stehen. Größere
lassen sie ebenso schnell wachsen, ab etwa 1,5 läuft das Training auseinander oder bleibt nach den
ersten Schritten hängen. Das Fenster ist schmal, weil der Faktor mit der Tiefe potenziert wird.
<!-- END LÖSUNG -->
"""

# %% aufgabe-2e [markdown]
r"""
### Aufgabe 2e ({{ 2e }} P)

Ein ReLU-Netz ist stückweise linear: Punkte, bei denen dieselben ReLUs offen sind, liegen in derselben
linearen *Region*. Diese Zerlegung der Ebene ist die Voronoi-Landschaft des Netzes. Wie ändert sie sich, wenn
die Voraktivierungen vor der ReLU normiert werden?

- `aufgabe_2e_normieren(z)` bekommt die Voraktivierungen `z` eines Layers, Form $(N, k)$, zieht von jeder
  Einheit (Spalte) den Mittelwert über die $N$ Punkte ab und teilt durch die Standardabweichung. Gleiche Form.
- `aufgabe_2e_muster(netz, x, normiert)` gibt für jeden der $N$ Punkte ein Bit pro versteckter Einheit zurück:
  1, wo die ReLU offen ist (Voraktivierung $> 0$), sonst 0. Form $(N, H)$, Layer für Layer; der letzte
  Layer hat keine ReLU und zählt nicht mit. Ist `normiert` wahr, werden die Voraktivierungen jedes versteckten
  Layers zuerst mit `aufgabe_2e_normieren` über die Punkte `x` normiert, und die ReLU rechnet mit den
  normierten Werten weiter.
- `aufgabe_2e_regionen(netz, x, normiert)` gibt die Anzahl **verschiedener** Muster unter den Punkten `x`
  zurück.

Die Netze sind `nn.Sequential` wie in 1c, mit beliebigen Breiten und Biases. (Ohne Normierung
{{ 2e.landscape }} P, mit Normierung {{ 2e.normalisation }} P, dazu Ihre Beobachtung.)
"""

# %% antwort-2e tags=["antwort-2e"]
def aufgabe_2e_normieren(z):
    # BEGIN LÖSUNG
    return (z - z.mean(dim=0)) / z.std(dim=0)
    # END LÖSUNG


# %% antwort-2e-muster tags=["antwort-2e"]
def aufgabe_2e_muster(netz, x, normiert):
    # BEGIN LÖSUNG
    layer = [modul for modul in netz if isinstance(modul, nn.Linear)]
    bits = []
    with torch.no_grad():
        for linear in layer[:-1]:
            z = linear(x)
            if normiert:
                z = aufgabe_2e_normieren(z)
            bits.append(z > 0)
            x = torch.relu(z)
    return torch.cat(bits, dim=1)
    # END LÖSUNG


# %% antwort-2e-regionen tags=["antwort-2e"]
def aufgabe_2e_regionen(netz, x, normiert):
    # BEGIN LÖSUNG
    return len(torch.unique(aufgabe_2e_muster(netz, x, normiert), dim=0))
    # END LÖSUNG


# %% test-2e tags=["selbsttest"]
grader.check("2e")

# %% bild-2e tags=["versuch", "selbsttest"]
def probe_2e(widths=(2, 8, 8, 8, KLASSEN), seed=7):
    ohne, mit = netz_normal(widths, seed), netz_normal(widths, seed, bias_streuung=1.0)
    punkte = gitter()
    zeige_landschaft(
        Bias_0=aufgabe_2e_muster(ohne, punkte, False),
        mit_Bias=aufgabe_2e_muster(mit, punkte, False),
        Bias_0_normiert=aufgabe_2e_muster(ohne, punkte, True),
        mit_Bias_normiert=aufgabe_2e_muster(mit, punkte, True),
    )


probe_2e()

# %% antwort-2e-text [markdown] tags=["antwort-2e"]
r"""
### Antwort 2e

<!-- BEGIN LÖSUNG -->
Ohne Bias sind alle Regionen Kegel mit der Spitze im Ursprung: Das Netz ist positiv homogen, und nur die
Richtung eines Punkts entscheidet; die Größe der Gewichte ändert daran nichts. Mit Bias entstehen auch
begrenzte Regionen. Die Normierung schiebt die Knicke zu den Daten: Im ersten Layer gehen alle Geraden durch
den Mittelpunkt der Punkte, ab dem zweiten liegen sie mitten in den Daten, weil der positive Mittelwert der
ReLU-Ausgaben abgezogen wird. So entstehen viel mehr und viel kleinere Regionen, und Bias und Skalierung
der Gewichte spielen für das Bild keine Rolle mehr: Beide normierten Bilder sind gleich.
<!-- END LÖSUNG -->
"""

# %% abgabe [markdown]
r"""
## Abgabe

1. Lassen Sie das Notebook einmal von vorn durchlaufen (Kernel neu starten, alle Zellen ausführen).
   Es darf dabei keine Eingaben erwarten und nichts aus dem Netz laden.
2. Speichern Sie, und laden Sie die Datei mit der Endung `.ipynb` auf der Kursseite hoch; das
   ZIP-Archiv, das die letzte Zelle schreibt, geht ebenso. Lassen Sie die Ausgaben stehen: Ihre Bilder
   werden mit angesehen.

Bricht eine Zelle ab, laufen die übrigen trotzdem; was fehlt, kostet nur seinen eigenen Teil.
"""

# %% abgabe-code tags=["selbsttest"]
{{ hand_in }}
