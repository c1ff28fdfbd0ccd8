"""Public self-checks of a sheet: read its ``public.toml``, and make what students get of it.

What runs in their notebooks is ``autograder.selfcheck``; this room checks the author's table,
packs that code, and never sees a hidden check or a solution.
"""
