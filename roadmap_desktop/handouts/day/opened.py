"""What every paper of the day has in common: whose it is, its title, when it was made."""

from __future__ import annotations

from roadmap_desktop.handouts.pieces import Handout, Piece
from roadmap_desktop.handouts.sheet import Turn
from roadmap_desktop.journey.workshop import workshop
from roadmap_desktop.language import Language, Words, message
from roadmap_desktop.store.document import Document
from roadmap_desktop.tokens import PAPER_BODY


def paper(
    document: Document,
    language: Language,
    code: str,
    title: Words,
    pieces: tuple[Piece, ...],
    *,
    turn: Turn = Turn.UPRIGHT,
    body: float = PAPER_BODY,
) -> Handout:
    """A paper of the day with these pieces."""
    about = workshop(document)
    kicker: Words = title
    if about.held_on:
        kicker = message("{title} · {day}", title=title, day=about.held_on)
    return Handout(
        code=code,
        kicker=language.say(kicker),
        title=language.say(title),
        district=about.district,
        made=document.today(),
        pieces=pieces,
        language=language.code,
        sample=about.is_sample,
        body=body,
        turn=turn,
    )
