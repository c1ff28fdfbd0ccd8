# LaTeX with the whole chain of equations.
aufgabe_2e = r"\mathbb{E}\left[\frac{\partial L}{\partial x_i}\right] = \sum_{k=1}^{n_{out}} \mathbb{E}[w_{ki}] \, \mathbb{E}\left[\frac{\partial L}{\partial y_k}\right] = 0"
