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
# Blatt 9: Aufgabentexte, Gerüst und Musterlösung in einer Quelle.
#
# - Das Wort hinter `# %%` ist der Schlüssel der Zelle; er wird ihre feste id im Notebook.
# - Was zwischen `BEGIN LÖSUNG` und `END LÖSUNG` steht, bekommt niemand zu sehen: In Codezellen
#   (`# …`) tritt ein Platzhalter an die Stelle, in Textzellen (`<!-- … -->`) „Ihre Antwort“.
# - Zellen mit dem Tag `loesung` fehlen im Notebook der Studierenden ganz.
# - `{{ 1a }}` sind die Punkte von 1a, `{{ version }}` die Version: Zahlen stehen nur in sheet.toml.
# - Die englischen Texte stehen unter denselben Schlüsseln in texts.en.md.

# %% titel [markdown]
r"""
# Blatt 9: Skip Connections, Initialisierung, Xavier

Maschinelles Lernen · {{ points }} Punkte · Kennung `{{ sheet }}` · Version {{ version }}

| Aufgabe | Thema | Punkte |
|---|---|---|
| 1 | Was Abkürzungen mit dem Gradienten machen | {{ 1 }} |
| 2 | Wie breit man Gewichte am Anfang streut | {{ 2 }} |
| 3 | Xavier: ein Mittelweg | {{ 3 }} |

Dieses Notebook ist Aufgabenblatt und Abgabe zugleich. Es braucht nur `numpy`; `torch` und `sympy`
dürfen Sie verwenden, müssen es aber nicht. Die Kennung oben lassen Sie bitte stehen: An ihr wird
das Blatt erkannt.
"""

# %% selbsttest tags=["hide-input", "selbsttest"]
{{ self_check }}

# %% regeln [markdown]
r"""
## So antworten Sie

- **Jeder Teil hat eine Antwortzelle.** Ersetzen Sie darin den Platzhalter. Weitere Zellen, eigene
  Hilfsfunktionen und Importe dürfen Sie überall ergänzen.
- **Gesucht wird nach Namen.** Die Antwort auf 1a heißt `aufgabe_1a`, die auf 2d `aufgabe_2d` und so
  weiter. Definieren Sie einen Namen mehrmals, gilt der letzte Stand.
  Ebenfalls angenommen werden: `ableitung_w1` für 1a, `vorwaerts_skip` für 1c, `ableitung_w1_skip`
  für 1d und `aufgabe_3c_stichprobe` für `xavier_uniform`.
- **Die Argumentliste steht fest, ihre Reihenfolge auch.** Die Teile einer Aufgabe haben dieselbe
  Liste, deshalb kommen darin auch Größen vor, die Sie nicht brauchen. Welche in Ihre Formel
  gehören, ist Teil der Aufgabe. Wenn Sie die Argumente umbenennen, zählt ihre Position.
- **Rückgabe:** Zahlen, Tupel, Listen, `numpy`-Arrays und `torch`-Tensoren sind gleichermaßen recht.
  Runden Sie nicht.
- **Textantworten** (1b, 1e, 2c, 2g, 3a) schreiben Sie in die Zelle „Antwort“; sie werden von einer
  Tutorin oder einem Tutor gelesen. Wenige Sätze genügen.
- **„Berechnen Sie“ verlangt einen Rechenweg** (2a, 2b, 2e, 2f). Dafür gibt es je eine eigene Zelle.
  Ein Ergebnis ohne Rechenweg wird nicht automatisch gewertet.
- **Selbsttest:** Die Zelle über dieser richtet ihn ein; führen Sie sie zuerst aus. Danach sagt zum
  Beispiel `grader.check("1d")`, ob Ihre Antwort gefunden wird, welche Form fehlt und wie eine Formel
  gelesen wurde. Ob sie richtig ist, sagt er nicht. Mit `otter-grader` (`pip install otter-grader`)
  erscheinen die Ergebnisse in dessen Form; nötig ist es nicht.
- **Rechenzeit:** Eine Zelle darf {{ cell_seconds }} Sekunden laufen, ein einzelner Aufruf Ihrer
  Funktion {{ call_seconds }} Sekunden.
"""

# %% formeln [markdown]
r"""
## Formeln: fünf Schreibweisen

In 2a, 2b, 2e, 2f, 3b und 3c ist eine Formel gefragt. Sie dürfen sie so aufschreiben, wie es Ihnen am
leichtesten fällt; gleichwertige Umformungen zählen gleich viel. Hier alle fünf Schreibweisen an
einem **anderen** Thema: Eine Größe wird $n$-mal unabhängig gemessen, jede Messung streut mit der
Standardabweichung $\tau$. Welche Varianz hat das arithmetische Mittel? (Argumentliste:
`(n, tau)`.)

1. **Python-Funktion** mit der vorgegebenen Argumentliste
2. **SymPy-Ausdruck**, dessen Symbole wie die Argumente heißen
3. **Python-Schreibweise als Zeichenkette**
4. **LaTeX als Zeichenkette**, am besten mit `r` davor: `r"\frac{…}{…}"`
5. **Markdown-Zelle**, die mit `### Antwort` und dem Namen des Teils beginnt, etwa `### Antwort 2b`.
   Es zählt die *letzte* abgesetzte Formel (`$$ … $$`) und darin die Seite rechts vom letzten
   Gleichheitszeichen. Die Codezelle des Teils löschen Sie dann oder lassen sie, wie sie ist.

Eine Antwort aus zwei Zahlen geben Sie als Paar an: `return a, b`, `("…", "…")` oder
$\left(\dots,\ \dots\right)$. In LaTeX heißen die Größen aus Aufgabe 2 und 3 $n_{in}$ und $n_{out}$
(auch $n_{\text{ein}}$, $n_{\text{aus}}$), $\sigma$ und $\gamma$; ein Dezimalkomma wird verstanden.
"""

# %% beispiel
# Schreibweise 1: Python-Funktion
def beispiel(n, tau):
    return tau**2 / n


# Schreibweise 2: SymPy (nur, wenn es installiert ist)
try:
    import sympy

    n, tau = sympy.symbols("n tau", positive=True)
    beispiel_sympy = tau**2 / n
except ModuleNotFoundError:
    print("SymPy ist hier nicht installiert; die anderen vier Schreibweisen genügen.")

# Schreibweise 3: Python-Schreibweise als Zeichenkette
beispiel_text = "tau**2 / n"

# Schreibweise 4: LaTeX als Zeichenkette
beispiel_latex = r"\frac{\tau^2}{n}"

# %% beispiel-markdown [markdown]
r"""
### Antwort Beispiel

Die Messungen $Z_1, \dots, Z_n$ sind unabhängig, also addieren sich ihre Varianzen; der Faktor
$\frac1n$ geht quadratisch ein:

$$
\mathbb{V}\Big[\tfrac1n \sum_{k=1}^{n} Z_k\Big] = \frac{1}{n^2} \cdot n\,\tau^2 = \frac{\tau^2}{n}
$$

(Das war Schreibweise 5. Steht die Herleitung wie hier schon in der Antwort, darf die Zelle
„Rechenweg“ leer bleiben.)
"""

# %% importe
import numpy as np

# %% aufgabe-1 [markdown]
r"""
## Aufgabe 1: Skip Connections ({{ 1 }} P)

Ein Netz verarbeitet eine einzelne reelle Zahl $x$ in $N$ hintereinandergeschalteten Layern. Jeder
Layer besteht aus genau einem Neuron, alle Größen sind also Zahlen. Mit $o_0 = x$ gilt für
$i = 1, \dots, N$

$$
s_i = f_i(o_{i-1}) = w_i\, o_{i-1} + b_i \tag{1}
$$

$$
o_i = \sigma(s_i) \tag{2}
$$

Die Aktivierungsfunktion $\sigma$ ist beliebig, aber differenzierbar; $\sigma'$ ist ihre Ableitung.

**Vereinbarungen für den Code** (1a, 1c und 1d). Gezählt wird wie auf dem Blatt, von 1 bis $N$:

| Argument | Bedeutung |
|---|---|
| `x` | die Eingabe, eine Zahl |
| `w`, `b` | Arrays der Länge $N+1$: `w[i]` ist $w_i$, `b[i]` ist $b_i$; `w[0]` und `b[0]` sind NaN |
| `s`, `o` | Arrays der Länge $N+1$: `s[i]` ist $s_i$, `o[i]` ist $o_i$; `s[0]` ist NaN, `o[0]` ist $x$ |
| `sigma`, `dsigma` | die Funktionen $\sigma$ und $\sigma'$ für Zahlen, `numpy`-Arrays und `torch`-Tensoren |

Der Eintrag mit dem Index 0 ist absichtlich NaN: Kommt bei Ihnen NaN heraus, haben Sie ihn
mitgerechnet. Ihre Ableitungen werden an Zahlen ausgewertet, die nicht aus einem Vorwärtsdurchlauf
stammen müssen, und mit wechselnden Funktionen $\sigma$. Gefragt ist deshalb die Formel; ein
Differenzenquotient hilft hier nicht. (In 1a und 1d wird auch LaTeX mit $\prod$ angenommen.)
"""

# %% probe [markdown]
r"""
#### Zum Ausprobieren

Die nächste Zelle gehört zu keiner Aufgabe. Sie rechnet die einfache Kette aus (1) und (2) vorwärts,
damit Sie Zahlen zum Spielen haben.
"""

# %% probe-code
def probe_sigma(z):
    return np.tanh(z)


def probe_dsigma(z):
    return 1 - np.tanh(z) ** 2


def probe_kette(x, w, b, sigma):
    """Einfache Kette ohne Abkürzungen: (s, o), beide mit der Länge N + 1."""
    vor, nach = np.full(len(w), np.nan), np.full(len(w), np.nan)
    nach[0] = x
    for k in range(1, len(w)):
        vor[k] = w[k] * nach[k - 1] + b[k]
        nach[k] = sigma(vor[k])
    return vor, nach


probe_w = np.array([np.nan, 0.8, -1.1, 0.5, 1.4])
probe_b = np.array([np.nan, 0.1, 0.0, -0.3, 0.2])
probe_s, probe_o = probe_kette(0.7, probe_w, probe_b, probe_sigma)
print("s =", probe_s)
print("o =", probe_o)

# %% aufgabe-1a [markdown]
r"""
### Aufgabe 1a ({{ 1a }} P)

Wie stark hängt die Ausgabe vom allerersten Gewicht ab? Leiten Sie eine Formel für

$$
\frac{\partial o_N}{\partial w_1}
$$

her, in der nur noch $x$, die $w_i$, die $s_i$ und $\sigma'$ vorkommen dürfen ($i = 1, \dots, N$ und
$N \ge 2$ beliebig). `aufgabe_1a` gibt den Wert als eine Zahl zurück.
"""

# %% antwort-1a tags=["antwort-1a"]
def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    # BEGIN LÖSUNG
    ableitung = x * dsigma(s[1])
    for i in range(2, len(w)):
        ableitung = ableitung * w[i] * dsigma(s[i])
    return ableitung
    # END LÖSUNG


# %% test-1a tags=["selbsttest"]
grader.check("1a")

# %% aufgabe-1b [markdown]
r"""
### Aufgabe 1b ({{ 1b }} P)

Tiefe Netze leiden unter Gradienten, die verschwinden (*vanishing gradients*) oder über alle Grenzen
wachsen (*exploding gradients*). Erklären Sie beides mit Ihrem Ergebnis aus 1a: Woran liegt es, und
wie hängt es von der Tiefe $N$ ab?
"""

# %% antwort-1b [markdown] tags=["antwort-1b"]
r"""
### Antwort 1b

<!-- BEGIN LÖSUNG -->
Die Ableitung ist ein Produkt, zu dem jeder Layer ab dem zweiten den Faktor $w_i\,\sigma'(s_i)$
beisteuert. Liegen die Beträge dieser Faktoren durchweg unter einer Schranke $q < 1$, so schrumpft das
Produkt mindestens wie $q^{N-1}$, also exponentiell in der Tiefe: Das erste Gewicht bekommt kaum noch
ein Signal. Bei der Sigmoidfunktion ist $\sigma' \le \frac14$, dort reicht schon $|w_i| < 4$. Liegen
die Beträge durchweg über einer Schranke $q > 1$, so wächst das Produkt ebenso schnell: Der Gradient
explodiert, ein Schritt mit fester Lernrate wirft die Gewichte weit weg.
<!-- END LÖSUNG -->
"""

# %% aufgabe-1c [markdown]
r"""
### Aufgabe 1c ({{ 1c }} P)

Ab jetzt ist $N \ge 2$ gerade und das Netz bekommt Abkürzungen (*skip connections*): Für jedes
$j = 1, \dots, \frac{N-2}{2}$ überspringt eine Abkürzung das Paar der Layer $2j$ und $2j+1$. Was in
das Paar hineingeht, läuft also zusätzlich an ihm vorbei und wird dort, wo der zweite Layer des Paares
sein Ergebnis liefert, wieder addiert. Der erste und der letzte Layer werden nicht übersprungen.

Passen Sie die Gleichungen (1) und (2) an und rechnen Sie das Netz vorwärts: `aufgabe_1c` gibt das
Paar `(s, o)` zurück, beide mit der Länge $N+1$. Dabei ist `o[0]` gleich $x$; was in `s[0]` steht, ist
gleichgültig.

Ob die Abkürzung **vor** oder **nach** der Aktivierung des zweiten Layers einmündet, lassen wir mit
Absicht offen. Beide Lesarten sind richtig. Zwei Dinge sind festgelegt: $s_i$ ist immer **das
Argument von $\sigma$**, und $o_i$ ist das, was Layer $i$ weitergibt.
"""

# %% antwort-1c tags=["antwort-1c"]
def aufgabe_1c(x, w, b, sigma):
    # BEGIN LÖSUNG
    N = len(w) - 1
    s = np.full(N + 1, np.nan)
    o = np.full(N + 1, np.nan)
    o[0] = x
    for i in range(1, N + 1):
        s[i] = w[i] * o[i - 1] + b[i]
        if i % 2 == 1 and i > 1:
            s[i] += o[i - 2]
        o[i] = sigma(s[i])
    return s, o
    # END LÖSUNG


# %% test-1c tags=["selbsttest"]
grader.check("1c")

# %% aufgabe-1d [markdown]
r"""
### Aufgabe 1d ({{ 1d }} P)

Bestimmen Sie $\frac{\partial o_N}{\partial w_1}$ für das Netz mit Abkürzungen. Halten Sie sich dabei
an die Lesart, die Sie in 1c gewählt haben. Die Argumente haben dieselbe Bedeutung wie in 1a;
`aufgabe_1d` gibt eine Zahl zurück.
"""

# %% antwort-1d tags=["antwort-1d"]
def aufgabe_1d(x, w, b, s, o, sigma, dsigma):
    # BEGIN LÖSUNG
    N = len(w) - 1
    ableitung = x * dsigma(s[1])
    for j in range(1, (N - 2) // 2 + 1):
        ohne_abkuerzung = w[2 * j + 1] * w[2 * j] * dsigma(s[2 * j])
        ableitung = ableitung * dsigma(s[2 * j + 1]) * (1 + ohne_abkuerzung)
    return ableitung * w[N] * dsigma(s[N])
    # END LÖSUNG


# %% test-1d tags=["selbsttest"]
grader.check("1d")

# %% loesung-1d tags=["loesung"]
def aufgabe_1d_nachher(x, w, b, s, o, sigma, dsigma):
    """Die zweite Lesart: Die Abkürzung mündet nach der Aktivierung ein."""
    N = len(w) - 1
    ableitung = x * dsigma(s[1])
    for j in range(1, (N - 2) // 2 + 1):
        paar = w[2 * j] * dsigma(s[2 * j]) * w[2 * j + 1] * dsigma(s[2 * j + 1])
        ableitung = ableitung * (1 + paar)
    return ableitung * w[N] * dsigma(s[N])


# %% aufgabe-1e [markdown]
r"""
### Aufgabe 1e ({{ 1e }} P)

Vergleichen Sie 1d mit 1a: Was ändern die Abkürzungen an verschwindenden und was an explodierenden
Gradienten?
"""

# %% antwort-1e [markdown] tags=["antwort-1e"]
r"""
### Antwort 1e

<!-- BEGIN LÖSUNG -->
Jedes übersprungene Paar trägt statt des bloßen Produkts einen Faktor der Form $1 + (\dots)$ bei. Sind
die Gewichte klein, wird die Klammer klein, der Faktor aber ungefähr 1: Über die Abkürzungen führt ein
Weg durch das Netz, auf dem das Signal nicht gedämpft wird, und der Gradient verschwindet nicht mehr
allein wegen der Tiefe (mündet die Abkürzung vor der Aktivierung ein, bleibt pro Paar ein Faktor
$\sigma'(s_{2j+1})$ stehen). Gegen explodierende Gradienten hilft das nicht: Sind die Klammern groß und
positiv, macht die zusätzliche 1 jeden Faktor sogar noch größer.
<!-- END LÖSUNG -->
"""

# %% aufgabe-2 [markdown]
r"""
## Aufgabe 2: Initialisierungen ({{ 2 }} P)

Ein linearer Layer bildet $\mathbf{x} \in \mathbb{R}^{n_{in}}$ auf
$\mathbf{y} = \mathbf{W}\mathbf{x} + \mathbf{b} \in \mathbb{R}^{n_{out}}$ ab; $\mathbf{W}$ hat also
die Form $n_{out} \times n_{in}$. Zu Beginn des Trainings gilt:

- Die Einträge $w_{ij}$ werden unabhängig voneinander aus derselben Verteilung gezogen, mit
  Erwartungswert 0 und Varianz $\sigma^2$.
- Die Koordinaten $x_j$ sind gemeinsam unabhängig, haben Erwartungswert 0 und Varianz $\gamma^2$ und
  sind unabhängig von $\mathbf{W}$.
- Der Bias ist $\mathbf{b} = \mathbf{0}$.

**Vereinbarungen für den Code.** Die Formelteile von Aufgabe 2 und 3 haben die Argumentliste
`(n_in, n_out, sigma, gamma)`. Achtung, zwei Fallen in der Bezeichnung:

- `sigma` und `gamma` sind die **Standardabweichungen** $\sigma$ und $\gamma$, nicht ihre Quadrate.
- `sigma` ist hier eine Zahl und hat mit der Aktivierungsfunktion aus Aufgabe 1 nichts zu tun.
"""

# %% aufgabe-2a [markdown]
r"""
### Aufgabe 2a ({{ 2a }} P)

Berechnen Sie den Erwartungswert $\mathbb{E}[y_i]$ eines Eintrags der Ausgabe.
"""

# %% rechenweg-2a [markdown] tags=["rechenweg-2a"]
r"""
### Rechenweg 2a

<!-- BEGIN LÖSUNG -->
Mit $b_i = 0$, der Linearität des Erwartungswerts und der Unabhängigkeit von $w_{ij}$ und $x_j$:

$$
\mathbb{E}[y_i] = \sum_{j=1}^{n_{in}} \mathbb{E}[w_{ij}\,x_j]
= \sum_{j=1}^{n_{in}} \mathbb{E}[w_{ij}]\,\mathbb{E}[x_j] = 0
$$
<!-- END LÖSUNG -->
"""

# %% antwort-2a tags=["antwort-2a"]
def aufgabe_2a(n_in, n_out, sigma, gamma):
    # BEGIN LÖSUNG
    return 0.0
    # END LÖSUNG


# %% test-2a tags=["selbsttest"]
grader.check("2a")

# %% aufgabe-2b [markdown]
r"""
### Aufgabe 2b ({{ 2b }} P)

Berechnen Sie die Varianz $\mathbb{V}[y_i]$ und geben Sie an, wie sie von der Varianz der Eingabe
abhängt. Die Varianz einer Summe zerfällt dabei in Varianzen und Kovarianzen:

$$
\mathbb{V}\Big[\sum_k Z_k\Big] = \sum_k \mathbb{V}[Z_k] + \sum_{k \ne l} \operatorname{Cov}(Z_k, Z_l)
$$
"""

# %% rechenweg-2b [markdown] tags=["rechenweg-2b"]
r"""
### Rechenweg 2b

<!-- BEGIN LÖSUNG -->
Die Summanden $Z_j = w_{ij}\,x_j$ haben Erwartungswert 0 und sind unkorreliert, denn für $j \ne k$ ist
$\mathbb{E}[w_{ij} x_j w_{ik} x_k] = \mathbb{E}[w_{ij}]\,\mathbb{E}[w_{ik}]\,\mathbb{E}[x_j]\,\mathbb{E}[x_k] = 0$.
Für einen Summanden ist $\mathbb{V}[Z_j] = \mathbb{E}[w_{ij}^2]\,\mathbb{E}[x_j^2] = \sigma^2\gamma^2$. Also

$$
\mathbb{V}[y_i] = \sum_{j=1}^{n_{in}} \sigma^2\gamma^2 = n_{in}\,\sigma^2\gamma^2
$$
<!-- END LÖSUNG -->
"""

# %% antwort-2b tags=["antwort-2b"]
def aufgabe_2b(n_in, n_out, sigma, gamma):
    # BEGIN LÖSUNG
    return n_in * sigma**2 * gamma**2
    # END LÖSUNG


# %% test-2b tags=["selbsttest"]
grader.check("2b")

# %% vergleich-2b [markdown]
r"""
#### Zum Vergleichen

Die nächste Zelle gehört zu keiner Aufgabe. Sie würfelt viele Layer und Eingaben aus und schätzt die
Varianz eines Eintrags von $\mathbf{y} = \mathbf{W}\mathbf{x}$. Setzen Sie dieselben Zahlen in Ihre
Formel ein.
"""

# %% vergleich-2b-code tags=["selbsttest"]
def probe_varianz(n_in, n_out, sigma, gamma, wuerfe=4000):
    """Varianz der Einträge von y = W x, geschätzt aus vielen Würfen."""
    zufall = np.random.default_rng(9)
    W = zufall.normal(0, sigma, (wuerfe, n_out, n_in))
    x = zufall.normal(0, gamma, (wuerfe, n_in, 1))
    return np.var(W @ x)


print("geschätzt:", probe_varianz(n_in=3, n_out=5, sigma=2.0, gamma=0.5))

# %% aufgabe-2c [markdown]
r"""
### Aufgabe 2c ({{ 2c }} P)

Manche Bibliotheken ziehen die Gewichte aus einer Verteilung mit $\sigma^2 = \frac{1}{n_{in}}$.
Begründen Sie diese Wahl mit 2b.
"""

# %% antwort-2c [markdown] tags=["antwort-2c"]
r"""
### Antwort 2c

<!-- BEGIN LÖSUNG -->
Setzt man $\sigma^2 = \frac{1}{n_{in}}$ in 2b ein, so wird $\mathbb{V}[y_i] = \gamma^2$, und nur diese
Wahl leistet das. Der Layer gibt seine Werte mit derselben Streuung weiter, mit der er sie bekommen
hat. Hintereinandergeschaltet wächst oder schrumpft die Varianz dann nicht mit der Tiefe; bei jeder
anderen Wahl käme pro Layer der Faktor $n_{in}\,\sigma^2 \ne 1$ hinzu.
<!-- END LÖSUNG -->
"""

# %% aufgabe-2d [markdown]
r"""
### Aufgabe 2d ({{ 2d }} P)

Nun zum Rückweg. $L$ sei der Trainingsloss. Die Kettenregel sagt für die Jacobi-Matrizen

$$
\mathbf{J}_L(\mathbf{x}) = \mathbf{J}_L(\mathbf{y})\,\mathbf{J}_{\mathbf{y}}(\mathbf{x}),
\qquad [\mathbf{J}_f(\mathbf{z})]_{ij} = \frac{\partial f_i}{\partial z_j}.
$$

Schreiben Sie diese Gleichung mit den Gradienten $\nabla_{\mathbf{x}} L$, $\nabla_{\mathbf{y}} L$ und der
Matrix $\mathbf{W}$: `aufgabe_2d` bekommt `W` (Form `(n_out, n_in)`), `x` (Form `(n_in,)`) und
`grad_y` $= \nabla_{\mathbf{y}} L$ (Form `(n_out,)`) und gibt $\nabla_{\mathbf{x}} L$ mit der Form
`(n_in,)` zurück.
"""

# %% antwort-2d tags=["antwort-2d"]
def aufgabe_2d(W, x, grad_y):
    # BEGIN LÖSUNG
    return W.T @ grad_y
    # END LÖSUNG


# %% test-2d tags=["selbsttest"]
grader.check("2d")

# %% aufgabe-2e [markdown]
r"""
### Aufgabe 2e ({{ 2e }} P)

Für 2e bis 2g nehmen wir an: Die partiellen Ableitungen $\frac{\partial L}{\partial y_i}$ haben
Erwartungswert 0 und Varianz $\gamma^2$ und sind unabhängig von den Gewichten. (`gamma` ist ab hier
also die Standardabweichung dieser Ableitungen.)

Berechnen Sie $\mathbb{E}\left[\frac{\partial L}{\partial x_i}\right]$.
"""

# %% rechenweg-2e [markdown] tags=["rechenweg-2e"]
r"""
### Rechenweg 2e

<!-- BEGIN LÖSUNG -->
Nach 2d ist $\frac{\partial L}{\partial x_i} = \sum_{k=1}^{n_{out}} w_{ki}\,\frac{\partial L}{\partial y_k}$,
und weil die Gewichte von den Ableitungen unabhängig sind,

$$
\mathbb{E}\left[\frac{\partial L}{\partial x_i}\right]
= \sum_{k=1}^{n_{out}} \mathbb{E}[w_{ki}]\,\mathbb{E}\left[\frac{\partial L}{\partial y_k}\right] = 0
$$
<!-- END LÖSUNG -->
"""

# %% antwort-2e tags=["antwort-2e"]
def aufgabe_2e(n_in, n_out, sigma, gamma):
    # BEGIN LÖSUNG
    return 0.0
    # END LÖSUNG


# %% test-2e tags=["selbsttest"]
grader.check("2e")

# %% aufgabe-2f [markdown]
r"""
### Aufgabe 2f ({{ 2f }} P)

Berechnen Sie die Varianz $\mathbb{V}\left[\frac{\partial L}{\partial x_i}\right]$ in Abhängigkeit von
$\gamma^2$.
"""

# %% rechenweg-2f [markdown] tags=["rechenweg-2f"]
r"""
### Rechenweg 2f

<!-- BEGIN LÖSUNG -->
Die $n_{out}$ Summanden $w_{ki}\,\frac{\partial L}{\partial y_k}$ sind unkorreliert, weil die Gewichte
$w_{ki}$ verschiedener Zeilen unabhängig sind und Erwartungswert 0 haben. Jeder hat die Varianz
$\sigma^2\gamma^2$. Damit

$$
\mathbb{V}\left[\frac{\partial L}{\partial x_i}\right] = n_{out}\,\sigma^2\gamma^2
$$
<!-- END LÖSUNG -->
"""

# %% antwort-2f tags=["antwort-2f"]
def aufgabe_2f(n_in, n_out, sigma, gamma):
    # BEGIN LÖSUNG
    return n_out * sigma**2 * gamma**2
    # END LÖSUNG


# %% test-2f tags=["selbsttest"]
grader.check("2f")

# %% vergleich-2f [markdown]
r"""
#### Zum Vergleichen

Auch diese Zelle gehört zu keiner Aufgabe. Sie würfelt $\mathbf{W}$ und $\nabla_{\mathbf{y}} L$ aus,
rechnet mit **Ihrer** Funktion `aufgabe_2d` rückwärts und schätzt die Varianz der Ergebnisse.
"""

# %% vergleich-2f-code tags=["selbsttest"]
def probe_varianz_rueckwaerts(n_in, n_out, sigma, gamma, wuerfe=500):
    """Varianz der Einträge von aufgabe_2d(W, x, grad_y), geschätzt aus vielen Würfen."""
    zufall = np.random.default_rng(9)
    gesehen = []
    for _ in range(wuerfe):
        W = zufall.normal(0, sigma, (n_out, n_in))
        gradient = aufgabe_2d(W, np.ones(n_in), zufall.normal(0, gamma, n_out))
        gesehen.extend(float(eintrag) for eintrag in gradient)
    return np.var(gesehen)


try:
    print("geschätzt:", probe_varianz_rueckwaerts(n_in=3, n_out=5, sigma=2.0, gamma=0.5))
except Exception as fehler:
    print("Dafür muss aufgabe_2d Zahlen zurückgeben. Meldung:", fehler)

# %% aufgabe-2g [markdown]
r"""
### Aufgabe 2g ({{ 2g }} P)

Was spricht, anders als in 2c, für eine Verteilung mit $\sigma^2 = \frac{1}{n_{out}}$? Begründen Sie
mit 2e und 2f, und sagen Sie dazu, welche Größe dadurch erhalten bleibt und warum das beim Training
nützt.
"""

# %% antwort-2g [markdown] tags=["antwort-2g"]
r"""
### Antwort 2g

<!-- BEGIN LÖSUNG -->
Mit $\sigma^2 = \frac{1}{n_{out}}$ wird aus 2f gerade
$\mathbb{V}\left[\frac{\partial L}{\partial x_i}\right] = \gamma^2$: Beim Rückwärtsdurchlauf verlässt
der Gradient den Layer mit derselben Varianz, mit der er ankam, und im Mittel bleibt er 0 (2e). Über
viele Layer hinweg wird er also weder immer kleiner noch immer größer; auch die vorderen Layer
bekommen Schritte von vernünftiger Größe. In 2c wird dagegen die Streuung der Werte auf dem Hinweg
erhalten. Beides zugleich geht nur, wenn $n_{in} = n_{out}$ ist.
<!-- END LÖSUNG -->
"""

# %% aufgabe-3 [markdown]
r"""
## Aufgabe 3: Xavier-Initialisierung ({{ 3 }} P)

Es bleibt beim Layer aus Aufgabe 2. Die Wahl

$$
\sigma^2 = \frac{2}{n_{in} + n_{out}}
$$

heißt Xavier-Initialisierung. Die Argumentliste ist dieselbe wie in Aufgabe 2; Ihre Ergebnisse sollen
diese Varianz treffen.
"""

# %% aufgabe-3a [markdown]
r"""
### Aufgabe 3a ({{ 3a }} P)

Begründen Sie diese Wahl mit den Ergebnissen aus Aufgabe 2.
"""

# %% antwort-3a [markdown] tags=["antwort-3a"]
r"""
### Antwort 3a

<!-- BEGIN LÖSUNG -->
Der Hinweg verlangt $\sigma^2 = \frac{1}{n_{in}}$ (2c), der Rückweg $\sigma^2 = \frac{1}{n_{out}}$ (2g).
Beides zusammen ist nur für $n_{in} = n_{out}$ erfüllbar. Xavier ist der Kompromiss: das harmonische
Mittel der beiden Varianzen, also der Kehrwert des Mittels von $n_{in}$ und $n_{out}$. Für
$n_{in} = n_{out}$ stimmen alle drei überein, sonst liegt der Wert dazwischen, und weder der Hinweg noch
der Rückweg gerät weit aus dem Gleichgewicht.
<!-- END LÖSUNG -->
"""

# %% aufgabe-3b [markdown]
r"""
### Aufgabe 3b ({{ 3b }} P)

Die Gewichte werden aus einer Normalverteilung $\mathcal{N}(m, s^2)$ gezogen. Für welche Parameter ist
das eine Xavier-Initialisierung? `aufgabe_3b` gibt das Paar $(m, s^2)$ zurück, also an zweiter Stelle die
**Varianz** der Normalverteilung.
"""

# %% antwort-3b tags=["antwort-3b"]
def aufgabe_3b(n_in, n_out, sigma, gamma):
    # BEGIN LÖSUNG
    return 0.0, 2 / (n_in + n_out)
    # END LÖSUNG


# %% test-3b tags=["selbsttest"]
grader.check("3b")

# %% aufgabe-3c [markdown]
r"""
### Aufgabe 3c ({{ 3c }} P)

Jetzt werden die Gewichte aus einer stetigen Gleichverteilung $\mathcal{U}_{[a,b]}$ gezogen.

- `aufgabe_3c` gibt die Grenzen $(a, b)$ an, für die das eine Xavier-Initialisierung ist
  ({{ 3c.bounds }} P).
- `xavier_uniform(n_in, n_out, rng)` zieht damit eine Matrix $\mathbf{W}$ der Form `(n_out, n_in)`
  ({{ 3c.sampler }} P). `rng` ist ein `numpy.random.Generator`, wie ihn `np.random.default_rng()`
  liefert; nehmen Sie allen Zufall aus ihm.
"""

# %% antwort-3c tags=["antwort-3c"]
def aufgabe_3c(n_in, n_out, sigma, gamma):
    # BEGIN LÖSUNG
    grenze = np.sqrt(6 / (n_in + n_out))
    return -grenze, grenze
    # END LÖSUNG


# %% antwort-3c-stichprobe tags=["antwort-3c"]
def xavier_uniform(n_in, n_out, rng):
    # BEGIN LÖSUNG
    grenze = np.sqrt(6 / (n_in + n_out))
    return rng.uniform(-grenze, grenze, size=(n_out, n_in))
    # END LÖSUNG


# %% test-3c tags=["selbsttest"]
grader.check("3c")

# %% formtest [markdown]
r"""
## Alles noch einmal ansehen

Die nächste Zelle sieht nach, ob zu jedem automatisch gewerteten Teil eine Antwort gefunden wird.
Textantworten und Rechenwege liest sie nicht.
"""

# %% formtest-code tags=["selbsttest"]
grader.check_all()

# %% abgabe [markdown]
r"""
## Abgabe

1. Lassen Sie das Notebook einmal von vorn durchlaufen (Kernel neu starten, alle Zellen ausführen).
   Es darf dabei keine Eingaben erwarten und nichts aus dem Netz laden.
2. Speichern Sie, und laden Sie die Datei mit der Endung `.ipynb` auf der Kursseite hoch; das
   ZIP-Archiv, das die letzte Zelle schreibt, geht ebenso. Liest Ihr Notebook eigene Dateien, geben
   Sie alles zusammen als ZIP-Archiv ab.
3. Wer eine Formel lieber auf Papier entwickelt: Das Ergebnis gehört trotzdem ins Notebook. Ein Foto
   oder PDF wird angesehen, aber nicht automatisch gewertet.

Bricht eine Zelle ab, laufen die übrigen trotzdem; was fehlt, kostet nur seinen eigenen Teil.
"""

# %% abgabe-code tags=["selbsttest"]
{{ hand_in }}
