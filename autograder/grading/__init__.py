"""Submissions in, results out: one engine behind the walls, or a cluster of them."""
