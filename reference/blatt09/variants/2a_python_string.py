# Python syntax in a string.
aufgabe_2a = "0"
