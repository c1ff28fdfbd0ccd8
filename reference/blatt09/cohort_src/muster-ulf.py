# %% antwort-1a
aufgabe_1a = r"x \cdot \sigma'(s_1) \cdot \prod_{i=2}^{N} \left( w_i \, \sigma'(s_i) \right)"

# %% antwort-1d
aufgabe_1d = r"""
x \, \sigma'(s_1)
\left( \prod_{j=1}^{(N-2)/2} \sigma'(s_{2j+1}) \left( 1 + w_{2j+1} w_{2j} \sigma'(s_{2j}) \right) \right)
w_N \, \sigma'(s_N)
"""
