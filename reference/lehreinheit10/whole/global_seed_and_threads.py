# The notebook seeds everything and asks for several threads.
# %% saat after="importe"
torch.manual_seed(0)
np.random.seed(0)
torch.set_num_threads(2)
torch.use_deterministic_algorithms(True)
