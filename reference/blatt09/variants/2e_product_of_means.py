# The product of the expectations, written out.
def aufgabe_2e(n_in, n_out, sigma, gamma):
    erwartung_w = 0.0
    erwartung_x = 0.0
    return n_out * erwartung_w * erwartung_x
