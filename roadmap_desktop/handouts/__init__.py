"""Everything printed: the page kit, and one module per handout."""
