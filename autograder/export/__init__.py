"""Records → files for other programs: ``results.json`` and ``marks.csv``."""
