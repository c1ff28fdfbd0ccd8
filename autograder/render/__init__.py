"""Records → pages and tables for people. Everything a student controls is treated as hostile."""
