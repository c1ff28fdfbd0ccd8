# LaTeX with two products, left side included.
aufgabe_1a = r"\frac{\partial o_N}{\partial w_1} = x \cdot \left(\prod_{i=1}^{N} \sigma'(s_i)\right) \cdot \left(\prod_{i=2}^{N} w_i\right)"
