# LaTeX.
aufgabe_2f = r"n_{out} \sigma^2 \gamma^2"
