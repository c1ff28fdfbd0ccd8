# Python syntax in a string.
aufgabe_2e = "0"
