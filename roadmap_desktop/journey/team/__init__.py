"""Team: the seats, and who is responsible for what."""
