"""One run of ``grade``: who handed in what, what has to be run again, what changed."""
