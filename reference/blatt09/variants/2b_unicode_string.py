# A string with Greek letters and superscripts.
aufgabe_2b = "n_in·σ²·γ²"
