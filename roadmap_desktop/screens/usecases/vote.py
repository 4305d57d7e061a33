"""Vote: dots or secret slips counted for each use case, and a check whether the room agrees with what was chosen."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QLabel, QSpinBox, QWidget

from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.usecases import detail, voting
from roadmap_desktop.journey.usecases.voting import WAYS, VoteRow, VotingPicture
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.rules.voting import CHECKS, FIST_MEAN, GRADIENT_SHARE, SLIP, Way
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.screens.step import Remark, Step
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.empty import EmptyState
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.segments import SegmentedChoice
from roadmap_desktop.widgets.sheet import Sheet


class VoteStep(Step):
    """What was counted, typed line by line; votes carry no name."""

    form = "usecases_vote"
    kinds = frozenset(voting.KINDS)
    scrolls_inside = True  # the table scrolls, so that who voted stays in view
    way: SegmentedChoice
    voters_label: QLabel
    voters: QSpinBox
    blanks_label: QLabel
    blanks: QSpinBox
    again_button: Button
    clear_button: Button
    how: Paragraph
    said: Paragraph
    options: Sheet
    doubts: Paragraph

    def __init__(self, sitting: Sitting, parent: QWidget | None = None) -> None:
        super().__init__(sitting, parent)
        self._way = Way.DOTS
        self._declared: tuple[Way, int] | None = None
        self._empty = EmptyState(
            sentence=message("Here the dots or slips that each use case was given are counted."),
            button=message("Pick use cases"),
            feeds=message("A vote helps to choose; scores say why."),
        )
        self._empty.begun.connect(lambda: sitting.go(Target("usecases", "collect")))
        self.way.present([(each.value, words) for each, words in WAYS.items()], self._way.value)
        for box in (self.voters, self.blanks):
            box.setFixedWidth(theme.px(72))
            box.lineEdit().setTextMargins(theme.px(8), 0, 0, 0)
            box.setKeyboardTracking(False)
            box.valueChanged.connect(lambda _: self._count())
        self.way.chosen.connect(self._choose)
        self.again_button.clicked.connect(lambda: self._again())
        self.clear_button.clicked.connect(lambda: self._clear())
        self.options.selected.connect(lambda _: self._inspect())

    def picture(self) -> VotingPicture:
        """The vote in the way chosen."""
        return voting.voting(self.sitting.document, self._way)

    def present(self, picture: VotingPicture) -> None:
        """Shows who voted, what was given and what came of it."""
        self._declare(picture.round)
        for box, value in ((self.voters, picture.voters), (self.blanks, picture.blanks)):
            with QSignalBlocker(box):
                box.setValue(value)
        for widget in (self.voters_label, self.voters, self.blanks_label, self.blanks):
            widget.setVisible(self._way not in CHECKS and bool(picture.rows))
        self.again_button.setVisible(picture.given > 0)
        self.clear_button.setVisible(picture.at is not None or picture.round > 1)
        how = _how(picture)
        self.how.say(message("Round {n}. {how}", n=picture.round, how=how) if picture.round > 1 else how)
        self.how.setVisible(bool(picture.rows))
        first, second = voting.result(picture), voting.since(picture)
        self.said.say(message("{first} {second}", first=first, second=second) if second else first)
        self.said.setVisible(bool(first))
        self.options.present(picture.rows)
        self.doubts.say(" ".join(map(self.say, picture.doubts)))
        self.doubts.setVisible(bool(picture.doubts))
        self._inspect()

    def remark(self, picture: VotingPicture) -> Remark | None:
        """How many voted."""
        if not picture.given:
            return None
        if picture.agreed is not None and not picture.agreed.agrees:
            return Remark(message("no agreement yet"), "warn")
        return Remark(plural("{n} voted", "{n} voted", picture.voters))

    def _declare(self, number: int) -> None:
        if self._declared == (self._way, number):
            return
        self._declared = (self._way, number)
        check = self._way in CHECKS
        name: Column[VoteRow] = Column(
            "name",
            message("Level") if check else message("Use case"),
            lambda row: row.name,
            second=None if check else lambda row: row.about,
            stretch=1,
            strong=True,
            wraps=True,
        )
        value: Column[VoteRow] = Column(
            "value",
            _title(self._way),
            lambda row: row.value or None,
            edit=lambda row, text: self._give(row.uuid, text),
            right=True,
            width=110,
        )
        place: Column[VoteRow] = Column("place", "", lambda row: row.place, strong=True, width=34)
        columns = [name, value] if check else [place, name, value]
        if number > 1:
            title = message("Round {n}", n=number - 1)
            columns.insert(-1, Column("before", title, lambda row: row.before or None, right=True, width=90))
        self.options.declare(columns, name=message("What was given"), empty=None if check else self._empty)

    def _choose(self, way: str) -> None:
        self._way = Way(way)
        self.refresh()

    def _give(self, subject: str, text: str) -> None:
        document, way = self.sitting.document, self._way
        self.sitting.attempt(lambda: voting.give(document, way, subject, text), beside=self.options)

    def _count(self) -> None:
        document, way = self.sitting.document, self._way
        voters, blanks = self.voters.value(), self.blanks.value()
        self.sitting.attempt(lambda: voting.count(document, way, voters=voters, blanks=blanks))

    def _again(self) -> None:
        document, way = self.sitting.document, self._way
        self.sitting.attempt(lambda: voting.vote_again(document, way))

    def _clear(self) -> None:
        document, way = self.sitting.document, self._way
        self.sitting.attempt(lambda: voting.clear(document, way))

    def _inspect(self) -> None:
        if not self.isVisible():
            return
        uuid = self.options.current()
        found = detail.inspection(self.sitting.document, uuid) if uuid and self._way not in CHECKS else None
        self.sitting.inspect(found)


def _how(picture: VotingPicture) -> Words:
    """The rule of the way, with the figures of this room."""
    allowed = picture.limits
    if picture.way is Way.FIST:
        return message(
            "All show 0 to 5 fingers at once. The room agrees when nobody shows under two and the mean is {mean:.0}.",
            mean=FIST_MEAN,
        )
    if picture.way is Way.GRADIENTS or allowed is None:
        return message(
            "Each takes a step. The room agrees when nobody vetoes and {share:percent} agree, even with reservations.",
            share=GRADIENT_SHARE,
        )
    if picture.way is Way.SLIPS:
        return message(
            "Each writes {n} picks on a slip without a name, the first counts {first}, the last {last}.",
            n=len(SLIP),
            first=SLIP[0],
            last=SLIP[-1],
        )
    return plural(
        "Each person has {n} dot, a third of the use cases.",
        "Each person has {n} dots, a third of the use cases, and puts at most {one} on one.",
        allowed.each,
        one=allowed.one,
    )


def _title(way: Way) -> Words:
    if way in CHECKS:
        return message("People")
    return message("Dots") if way is Way.DOTS else message("Points")


STEP = VoteStep
