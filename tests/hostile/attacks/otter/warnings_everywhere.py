# /// attack
# tries = "warns, prints and logs in every call: which must not cost a point either"
# total = 2
# [parts]
# 2d = "right"
# ///

# %%
import logging
import sys
import warnings

import numpy as np

warnings.simplefilter("always")


def aufgabe_2d(W, x, grad_y):
    warnings.warn("deprecated", DeprecationWarning)
    print("stderr", file=sys.stderr)
    logging.error("error")
    np.log(np.zeros(1))
    return W.T @ grad_y
