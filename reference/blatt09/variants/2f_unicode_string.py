# A string with Greek letters and superscripts.
aufgabe_2f = "n_out·σ²·γ²"
