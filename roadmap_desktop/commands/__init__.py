"""The verbs of the command line: thin readings of arguments over the floors below."""
