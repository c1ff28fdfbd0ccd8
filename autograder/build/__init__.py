"""From the one master source of a sheet to the notebooks that students get.

The master is a jupytext percent script, ``reference/SHEET/master.py``. Its conventions stand where
they are read: keys in ``master``, solutions in ``solutions``, translations in ``texts``, numbers of
``sheet.toml`` in ``notebook``.
"""

from autograder.build.publish import build_notebooks, reference_notebook, stale

__all__ = ["build_notebooks", "reference_notebook", "stale"]
