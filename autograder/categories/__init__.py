"""Proposals that students write as a list: read, merged, and laid out for a vote."""
