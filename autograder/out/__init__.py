"""OUT, the folder of a run: its store, what was handed in, and the pages made from both."""
