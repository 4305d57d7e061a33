"""The steps of Roadmap."""
