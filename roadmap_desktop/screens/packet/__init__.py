"""A packet that is filled in: the questions of one table, person or school in a window of their own."""
