# LaTeX as a raw string.
aufgabe_1d = r"x \sigma'(s_1) \left(\prod_{j=1}^{\frac{N-2}{2}} \sigma'(s_{2j+1}) \left(1 + w_{2j+1} w_{2j} \sigma'(s_{2j})\right)\right) w_N \sigma'(s_N)"
