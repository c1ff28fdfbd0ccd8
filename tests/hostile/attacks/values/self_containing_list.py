# /// attack
# tries = "lists, dictionaries and arrays that contain themselves"
# total = 2
# [parts]
# 2d = "right"
# 1a = "unreadable"
# 1c = "unreadable"
# 2b = ["unreadable"]
# 3b = ["unreadable"]
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import numpy as np

snake = []
snake.append(snake)
ring = {}
ring["ring"] = (ring, snake)


def aufgabe_1a(x, w, b, s, o, sigma, dsigma):
    return snake


def aufgabe_1c(x, w, b, sigma):
    return ring, snake


aufgabe_2b = snake
aufgabe_3b = ring
