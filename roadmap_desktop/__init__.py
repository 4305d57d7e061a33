"""Roadmap Desktop: takes a room from questions about AI to a plan, offline, in one file."""
