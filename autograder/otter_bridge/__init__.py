"""otter-grader as the outer interface: bundles that it runs, and what it is told of the results.

Nothing in this room imports otter or runs a check. ``autograder.otter_plugin`` does both, and
``autograder.otter_entry`` starts otter in an image.
"""
