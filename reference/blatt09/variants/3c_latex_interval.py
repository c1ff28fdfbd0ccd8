# LaTeX, an interval with German indices.
#
# /// bank
# cells = ["antwort-3c"]
# ///
aufgabe_3c = r"\left[-\frac{\sqrt{6}}{\sqrt{n_\text{ein} + n_\text{aus}}},\ \frac{\sqrt{6}}{\sqrt{n_\text{ein} + n_\text{aus}}}\right]"
