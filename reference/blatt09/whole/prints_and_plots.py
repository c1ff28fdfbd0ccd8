# Prints, tables, plots and displayed values everywhere.
# %% ausgaben after="antwort-1a"
import matplotlib.pyplot as plt

z = np.linspace(-3, 3, 200)
plt.plot(z, probe_sigma(z), label="sigma")
plt.plot(z, probe_dsigma(z), label="sigma'")
plt.legend()
plt.show()
print("1a:", aufgabe_1a(0.7, probe_w, probe_b, probe_s, probe_o, probe_sigma, probe_dsigma))

# %% antwort-2b
def aufgabe_2b(n_in, n_out, sigma, gamma):
    print("Aufruf mit", n_in, n_out)
    return n_in * sigma**2 * gamma**2


fig, (links, rechts) = plt.subplots(1, 2)
links.hist(np.random.default_rng(0).normal(size=1000))
rechts.imshow(np.eye(3))
aufgabe_2b(3, 2, 1, 1)

# %% tabelle after="antwort-3b"
from IPython.display import HTML, Markdown, display

display(Markdown("**fertig**"), HTML("<b>auch</b>"))
