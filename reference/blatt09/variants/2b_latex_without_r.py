# LaTeX without r: the tab of \text comes through.
aufgabe_2b = "n_\text{ein} \, \sigma^2 \, \gamma^2"
