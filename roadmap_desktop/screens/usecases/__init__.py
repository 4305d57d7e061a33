"""The steps of Use cases."""
