"""Charts drawn from pictures: profile, ranking, timeline."""
