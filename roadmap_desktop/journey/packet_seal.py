"""The seal on the questions of a packet: whether they are the ones that this workshop gave out.

What it promises: a packet whose questions, recipient or district were changed, by accident or by hand, is noticed when
it comes back. What it does not promise: that the recipient wrote the answers. Whoever holds the stick can write on it,
as on a sheet of paper.
"""

from __future__ import annotations

import hmac
from hashlib import sha256

from sqlalchemy import select

from roadmap_desktop.journey.packet import Packet, Questions, canonical
from roadmap_desktop.model.workshop import Workshop
from roadmap_desktop.store.document import Document


def seal(document: Document, questions: Questions) -> str:
    """The seal of these questions, by the key of the workshop."""
    return hmac.new(_key(document), canonical(questions), sha256).hexdigest()


def is_sealed(document: Document, packet: Packet) -> bool:
    """Whether the questions are as this workshop, or a copy of it, gave them out."""
    return hmac.compare_digest(seal(document, packet.questions).encode(), packet.seal.encode())


def _key(document: Document) -> bytes:
    """Random, made with the workshop, the same in each copy of it, and in nothing that leaves the workshop."""
    return str(document.rows(select(Workshop.packet_key))[0].packet_key).encode()
