# /// attack
# tries = "leaves tasks and callbacks that keep the loop busy"
# total = 2
# waits = true
# cells = ["interrupted", "cut"]
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import asyncio


async def busy():
    while True:
        await asyncio.sleep(0)


kept = [asyncio.ensure_future(busy()) for _ in range(100)]

# %%
await asyncio.sleep(0.05)

# %%
async def never():
    try:
        await asyncio.sleep(60)
    except BaseException:
        await asyncio.sleep(60)


await never()
