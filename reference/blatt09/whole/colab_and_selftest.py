# Written on Colab, with otter's public checks left in.
# %% importe
from google.colab import drive
import otter
import numpy as np

drive.mount("/content/drive")
grader = otter.Notebook("blatt09.ipynb")

# %% pruefung after="antwort-1a"
grader.check("1a")
