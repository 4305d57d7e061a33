"""Controls that more than one stage uses."""
