"""Formats and names of learning management systems, shared by intake and export."""
