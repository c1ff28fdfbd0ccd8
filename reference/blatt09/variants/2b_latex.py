# LaTeX.
aufgabe_2b = r"n_{in} \sigma^2 \gamma^2"
