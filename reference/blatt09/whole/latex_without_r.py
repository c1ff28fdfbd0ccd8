# Every formula is LaTeX in a string without r, with control characters in it.
# %% antwort-2b
aufgabe_2b = "n_\text{ein} \cdot \sigma^2 \cdot \gamma^2"

# %% antwort-2f
aufgabe_2f = "n_\text{aus} \; \sigma^2 \; \gamma^2"

# %% antwort-3b
aufgabe_3b = "\left(0, \frac{2}{n_{in} + n_{out}}\right)"

# %% antwort-3c
aufgabe_3c = ("-\sqrt{\frac{6}{n_{in} + n_{out}}}", "\sqrt{\frac{6}{n_{in} + n_{out}}}")
