# LaTeX with a sum.
aufgabe_2f = r"\sum_{j=1}^{n_{out}} \sigma^2 \gamma^2"
