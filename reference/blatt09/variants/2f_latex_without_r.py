# LaTeX without r: the tab of \text comes through.
aufgabe_2f = "n_\text{aus} \, \sigma^2 \, \gamma^2"
