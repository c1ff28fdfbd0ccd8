"""What a tutor writes about a course and its sheets, read once and frozen."""
