# A cell of one's own raises between two answers.
# %% eigene-zelle after="antwort-1a"
werte = {}
werte["fehlt"]
