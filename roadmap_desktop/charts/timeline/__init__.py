"""The timeline: lanes with bars, milestones and links over the bands of the school calendar, painted from arrays."""
