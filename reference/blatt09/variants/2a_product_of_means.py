# The product of the expectations, written out.
def aufgabe_2a(n_in, n_out, sigma, gamma):
    erwartung_w = 0.0
    erwartung_x = 0.0
    return n_in * erwartung_w * erwartung_x
