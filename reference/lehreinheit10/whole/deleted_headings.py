# Headings and task texts were deleted.
# %% aufgabe-0 [markdown] deleted=true
# %% aufgabe-1 [markdown] deleted=true
# %% aufgabe-1a [markdown] deleted=true
# %% aufgabe-1b [markdown] deleted=true
# %% aufgabe-1c [markdown] deleted=true
# %% aufgabe-1d [markdown] deleted=true
# %% aufgabe-1e [markdown] deleted=true
# %% aufgabe-1f [markdown] deleted=true
# %% aufgabe-1g [markdown] deleted=true
# %% aufgabe-2 [markdown] deleted=true
# %% aufgabe-2a [markdown] deleted=true
# %% aufgabe-2b [markdown] deleted=true
# %% aufgabe-2c [markdown] deleted=true
# %% aufgabe-2d [markdown] deleted=true
# %% aufgabe-2e [markdown] deleted=true
