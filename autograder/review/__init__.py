"""The tutor's web page: what waits for a human is marked here.

It reads and writes the store only. Student content is hostile: what is shown of it went through
:mod:`autograder.review.markup` or :mod:`autograder.review.outputs`, under a policy that lets no
script but our own run and nothing be loaded from elsewhere.
"""
