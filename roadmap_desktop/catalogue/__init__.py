"""The catalogue that ships: reads resources/catalogue into frozen entries, facts and words together.

One module per subject; each public function takes the folder to read from (the shipped one by default) and keeps
what it read.
"""
