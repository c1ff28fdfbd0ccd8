"""The trusted handle on the confined processes: start them, talk to them, end them."""
