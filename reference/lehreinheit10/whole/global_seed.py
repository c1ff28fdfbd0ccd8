# The notebook seeds everything itself and asks for deterministic algorithms.
# %% saat after="importe"
torch.manual_seed(0)
np.random.seed(0)
torch.use_deterministic_algorithms(True)
