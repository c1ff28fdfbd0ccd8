# /// attack
# tries = "raises its own limits, its priority and its out-of-memory score"
# total = 2
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import os
import resource

for limit in range(16):
    try:
        resource.setrlimit(limit, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        print("raised", limit)
    except (OSError, ValueError):
        continue
for path, content in (("oom_score_adj", "-1000"), ("oom_score_adj", "0"), ("timerslack_ns", "1")):
    try:
        with open(f"/proc/self/{path}", "w") as file:
            file.write(content)
        print("wrote", path)
    except OSError as error:
        print(error)
print(open("/proc/self/oom_score_adj").read(), resource.getrlimit(resource.RLIMIT_DATA))
try:
    os.nice(-20)
except OSError as error:
    print(error)
