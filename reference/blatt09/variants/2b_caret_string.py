# A string with ^ for powers and spaces for products.
aufgabe_2b = "n_in sigma^2 gamma^2"
