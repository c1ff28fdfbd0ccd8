# A cell of one's own raises between two answers.
# %% eigene-zelle after="antwort-1g-training"
netz = aufgabe_1g_netz(breiten(LAYER), 1)
netz(torch.zeros(3, 7))
