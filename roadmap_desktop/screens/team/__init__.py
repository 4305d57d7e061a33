"""Team on screen: the seats, and who does what."""
