"""Guardrails on screen: what must hold, and the gates."""
