"""Points from outcomes: pure functions, no input, no clock, no chance."""
