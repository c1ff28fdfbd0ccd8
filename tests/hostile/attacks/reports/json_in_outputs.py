# /// attack
# tries = "prints what looks like our own results"
# total = 2
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import json

marks = {"schema": 1, "submissions": [{"submission": "x", "total": 24, "parts": []}]}
print(json.dumps(marks))
for name in ("results.json", "run.json", "marks.csv", "records/x.json", "seed", "index.html"):
    try:
        with open(name, "w") as file:
            json.dump(marks, file)
    except OSError as error:
        print(error)
