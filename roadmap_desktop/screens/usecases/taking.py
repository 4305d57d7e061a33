"""What a file of use cases, weights or scores shows before it is taken, and the move that takes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from roadmap_desktop.exchange.scores import ScoresPreview, read_scores
from roadmap_desktop.exchange.usecase_list import UseCasesPreview, read_use_cases
from roadmap_desktop.exchange.weights import WeightsPreview, read_weights
from roadmap_desktop.journey.usecases.drafts import Scorer, UseCaseDraft, WeightDraft
from roadmap_desktop.journey.usecases.facts import criteria
from roadmap_desktop.journey.usecases.known import known
from roadmap_desktop.journey.usecases.perspectives import perspective_name, weighed, weights_of
from roadmap_desktop.journey.usecases.saying import LEVELS, RISKS
from roadmap_desktop.journey.usecases.taking import take_scores, take_use_cases, take_weights
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.screens.foreign import Contents, ForeignPreview, PartRow, untaken_rows
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.screens.taking import Taking
from roadmap_desktop.widgets.column import Column

_PATTERNS = "*.csv *.tsv *.txt *.xlsx *.xlsm"


class UseCasesTaking(Taking[UseCasesPreview]):
    """A list of use cases."""

    title = message("Choose a list of use cases")
    patterns = _PATTERNS

    def reader(self) -> Callable[[bytes], UseCasesPreview]:
        """Reads a list, with the names that there are now."""
        here = known(self._sitting.document)
        return lambda source: read_use_cases(source, here)

    def contents(self, preview: UseCasesPreview) -> Contents:
        """Each use case, and where it is known from."""
        drafts, number = preview.drafts, len(preview.drafts)
        return Contents(
            message("{file}: {number}.", file=self._path.name, number=plural("{n} use case", "{n} use cases", number)),
            preview.notes,
            message("Use cases"),
            (
                Column("name", message("Use case"), lambda row: row.first, stretch=3, wraps=True),
                Column("known", message("Known"), lambda row: row.second, stretch=1, wraps=True),
                Column("level", message("Level"), lambda row: row.third),
                Column("risk", message("Risk"), lambda row: row.fourth),
            ),
            tuple(
                PartRow(
                    str(place), each.name, _from(each), LEVELS.get(each.level or "", ""), RISKS.get(each.risk or "", "")
                )
                for place, each in enumerate(drafts)
            ),
            untaken_rows(preview.untaken),
            plural("Take {n} use case", "Take {n} use cases", number),
            number > 0,
        )

    def move(self, reckoned: object) -> object:
        """Puts them on the list."""
        assert self._preview is not None
        return take_use_cases(self._sitting.document, self._preview.drafts)


class WeightsTaking(Taking[WeightsPreview]):
    """Weights of criteria."""

    title = message("Choose weights of criteria")
    patterns = _PATTERNS

    def reader(self) -> Callable[[bytes], WeightsPreview]:
        """Reads weights, with the names that there are now."""
        here = known(self._sitting.document)
        return lambda source: read_weights(source, here)

    def contents(self, preview: WeightsPreview) -> Contents:
        """Each criterion with the weight it has and the one it gets; one that is not named gets 0."""
        draft, document = preview.draft, self._sitting.document
        rows = self._rows("", draft.weights, draft.kept) if draft.weights else []
        for own in draft.own:
            rows += self._rows(own.perspective, own.weights, own.kept)
        number = len(draft.weights) + sum(len(own.weights) for own in draft.own)
        names = tuple(perspective_name(document, own.perspective) for own in draft.own)
        whose = plural(
            "These are weights of {names}; the room's own stay as they are.",
            "These are weights of {names}; the room's own stay as they are.",
            len(names),
            names=names,
        )
        notes = (*preview.notes, *((whose,) if names and not draft.weights else ()))
        return Contents(
            message("{file}: {number}.", file=self._path.name, number=plural("{n} weight", "{n} weights", number)),
            (*notes, message("A criterion that the file does not name counts 0.")),
            message("Criteria"),
            (
                Column("name", message("Criterion"), lambda row: row.first, stretch=1, wraps=True),
                Column("now", message("Weight now"), lambda row: row.second, right=True),
                Column("then", message("Weight then"), lambda row: row.third, right=True, strong=True),
            ),
            tuple(rows),
            untaken_rows(preview.untaken),
            plural("Take {n} weight", "Take {n} weights", number),
            number > 0,
        )

    def _rows(self, whose: str, drafts: Sequence[WeightDraft], kept: Sequence[str]) -> list[PartRow]:
        """The criteria as the room or a perspective weighs them now and then."""
        document = self._sitting.document
        given = {each.uuid: each.weight for each in drafts if each.uuid}
        now = weights_of(document, whose) if whose in ("", *(each.key for each in weighed(document))) else {}

        def called(name: Words) -> Words:
            if not whose:
                return name
            return message("{perspective}: {criterion}", perspective=perspective_name(document, whose), criterion=name)

        def shown(weight: float | None) -> Words:
            return message("none yet") if weight is None else message("{n}", n=weight)

        return [
            *(
                PartRow(
                    whose + each.uuid, called(each.name), shown(now.get(each.uuid)), shown(given.get(each.uuid, 0.0))
                )
                for each in criteria(document)
                if each.uuid not in kept
            ),
            *(
                PartRow(whose + each.name, called(each.name), message("new"), shown(each.weight))
                for each in drafts
                if not each.uuid
            ),
        ]

    def move(self, reckoned: object) -> object:
        """Weighs the criteria."""
        assert self._preview is not None
        return take_weights(self._sitting.document, self._preview.draft)


class ScoresTaking(Taking[ScoresPreview]):
    """Scores; people who are not in the room list are added once that is ticked."""

    title = message("Choose scores")
    patterns = _PATTERNS

    def __init__(self, sitting: Sitting, panel: ForeignPreview, path: Path) -> None:
        super().__init__(sitting, panel, path)
        self._known = known(sitting.document)
        self._add = False
        panel.agreed.connect(self._agreed)

    def reader(self) -> Callable[[bytes], ScoresPreview]:
        """Reads scores, with the names that there are now."""
        here, add = self._known, self._add
        return lambda source: read_scores(source, here, add_people=add)

    def contents(self, preview: ScoresPreview) -> Contents:
        """Who scored how much."""
        given = Counter(each.scorer for each in preview.draft.scores)
        number = len(preview.draft.scores)
        asks = bool(preview.strangers) or self._add
        return Contents(
            message("{file}: {number}.", file=self._path.name, number=plural("{n} score", "{n} scores", number)),
            preview.notes,
            message("Who scored"),
            (
                Column("name", message("Name"), lambda row: row.first, stretch=2, wraps=True),
                Column("known", message("Known"), lambda row: row.second, stretch=1, wraps=True),
                Column("scores", message("Scores"), lambda row: row.third, right=True),
            ),
            tuple(
                PartRow(str(place), *self._who(preview, scorer), message("{n}", n=scores))
                for place, (scorer, scores) in enumerate(given.items())
            ),
            untaken_rows(preview.untaken),
            plural("Take {n} score", "Take {n} scores", number),
            number > 0,
            message("Add people who are not in the room list") if asks else "",
        )

    def move(self, reckoned: object) -> object:
        """Takes the scores, and adds the people."""
        assert self._preview is not None
        return take_scores(self._sitting.document, self._preview.draft)

    def _agreed(self, add: bool) -> None:
        """Reads the file again, with the people added or left out."""
        self._add = add
        self.begin(again=True)

    def _who(self, preview: ScoresPreview, scorer: Scorer) -> tuple[Words, Words]:
        if scorer.added is not None:
            return preview.draft.people[scorer.added].name, message("will be added")
        names = dict((*self._known.people, *self._known.tables))
        uuid = scorer.participant or scorer.table
        if not uuid:
            return message("The room"), message("the room as one")
        return names[uuid][0], message("in the room list") if scorer.participant else message("a table")


def _from(draft: UseCaseDraft) -> Words:
    if draft.uuid:
        return message("on our list")
    return message("in the catalogue") if draft.key else message("new")
