# %% antwort-1c template=true
