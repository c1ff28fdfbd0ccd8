"""What travels between the rooms and is kept: results, people, decisions of people."""
