# LaTeX without r: \f becomes a form feed.
aufgabe_3b = ("0", "\frac{2}{n_{in}+n_{out}}")
