"""How the workshop is kept: its history, its earlier copies, what comes from other copies."""
