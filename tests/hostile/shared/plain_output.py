import math

import numpy as np
import torch
from torch import nn


def aufgabe_1g_ausgabe(netz, x):
    return netz(x)
