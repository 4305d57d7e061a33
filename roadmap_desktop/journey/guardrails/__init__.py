"""Guardrails: what must hold, who owns it, and the gate of each use case."""
