"""The stages that agenda items and phases of the catalogue belong to."""

from enum import StrEnum


class Stage(StrEnum):
    """The guided parts of the work, in order."""

    PREPARE = "prepare"
    READINESS = "readiness"
    USECASES = "usecases"
    GUARDRAILS = "guardrails"
    TEAM = "team"
    PILOTS = "pilots"
    SCALING = "scaling"
    MONITORING = "monitoring"
    ROADMAP = "roadmap"
    HANDOUTS = "handouts"
