# !pip and %pip before the first import; both are passed over.
# %% importe
!pip install numpy torch --quiet
%pip install matplotlib
import numpy as np

# %% pakete after="importe"
import sys
!{sys.executable} -m pip install sympy
