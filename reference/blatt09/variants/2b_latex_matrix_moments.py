# LaTeX with the moments of the matrix W, a remark under a brace and the end of a proof.
aufgabe_2b = r"""\mathbb{V}[y_i]
= \underbrace{n_{in}}_{\text{Summanden}} \cdot \mathbb{V}[W_{ij}] \cdot \mathbb{V}[x_j]
= n_{in}\,\sigma_W^2\,\gamma^2 \qquad \blacksquare"""
