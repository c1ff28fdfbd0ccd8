# LaTeX with a sum.
aufgabe_2b = r"\sum_{j=1}^{n_{in}} \sigma^2 \gamma^2"
