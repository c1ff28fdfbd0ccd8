"""What people decide and ask after a run: marks by hand, releases, appeals, their data."""
