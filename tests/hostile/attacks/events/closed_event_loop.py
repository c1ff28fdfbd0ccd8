# /// attack
# tries = "stops, closes and replaces the event loop"
# total = 2
# waits = true
# cells = ["raised", "ok", "cut"]
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import asyncio

loop = asyncio.get_event_loop()
loop.call_soon(loop.stop)
asyncio.set_event_loop(None)

# %%
asyncio.set_event_loop_policy(None)
try:
    loop.close()
finally:
    loop._closed = True
