# A string with ^ for powers and spaces for products.
aufgabe_2f = "n_out sigma^2 gamma^2"
