"""Use cases: collect, outcome, score, rank, choose."""
