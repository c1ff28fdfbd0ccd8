# The results of 2a and 2f are there, their working is not.
#
# /// bank
# [parts.2a]
# outcome = "no_working"
# says = "kein Rechenweg"
# [parts.2f]
# outcome = "no_working"
# says = "kein Rechenweg"
# ///
# %% rechenweg-2a [markdown]
# ### Rechenweg 2a
#
# *Ihre Antwort*

# %% rechenweg-2f [markdown] deleted=true
