"""The ranking of the use cases, and how sure it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from roadmap_desktop.journey.usecases import facts, perspectives
from roadmap_desktop.journey.usecases.as_weighed import Weighed, as_weighed
from roadmap_desktop.journey.usecases.facts import CriterionFact, UseCaseFact
from roadmap_desktop.journey.usecases.votes import Votes, votes
from roadmap_desktop.journey.workshop import workshop
from roadmap_desktop.language import Words
from roadmap_desktop.rules import acceptability as rules
from roadmap_desktop.rules import turning
from roadmap_desktop.rules.acceptability import Acceptability, Basis, Plain
from roadmap_desktop.rules.turning import Move, Turn
from roadmap_desktop.rules.usecases import Choice, first_places, ranks, ties_in_practice, unscored, weighted_score
from roadmap_desktop.store.document import Document

KINDS = (*facts.KINDS, "criterion", "score", "workshop")
"""The kinds of facts that the ranking depends on."""

SEED = 2026
"""Where the random draws begin, so that one file gives the same figures whenever it is opened."""

_TELLING = (None, Plain.ONE_CRITERION, Plain.ALL_IN_TOP)
"""Where shares are true, though in the last two cases they say little."""


@dataclass(frozen=True, slots=True)
class Turning:
    """One weight that, alone, takes a use case out of the first places or brings it in; the others stay.

    It happens when the criterion counts ``weight`` or more (where ``more``), else that or less, and not ``now`` as it
    does; ``other`` changes places with it.
    """

    criterion: Words
    weight: int
    now: float
    more: bool
    other: Words


@dataclass(frozen=True, slots=True)
class Moving:
    """The least weight that must be moved, in points of 100 of all weight, so that ``comes`` overtakes ``goes``.

    It is taken from the criteria of ``sources``, each with its points, and given to ``target``.
    """

    goes: Words
    comes: Words
    points: float
    sources: tuple[tuple[Words, float], ...]
    target: Words


@dataclass(frozen=True, slots=True)
class RankingRow:
    """A use case in the ranking; ``place`` is None where it has no score, and ``missing`` names what is not scored.

    ``score`` is from 1 to 5, with median and quartiles of the scorers' own scores (of those who scored all that counts;
    quartiles are None with fewer than 4). ``means`` are the room's by criterion. ``shares`` is
    how often it takes place 1, 2, ...; ``rank_low`` to ``rank_high`` are the places it takes (5 to 95 percent of the
    samples), ``in_top`` how often it is among the first. ``tied_with`` are neighbours too close to tell apart.
    """

    uuid: str
    place: int | None
    name: Words
    about: Words
    level: str
    risk: str
    score: float | None
    means: tuple[float | None, ...]
    median: float | None
    q1: float | None
    q3: float | None
    shares: tuple[float, ...]
    rank_low: int | None
    rank_high: int | None
    in_top: float | None
    turning: Turning | None
    moving: Moving | None
    tied_with: tuple[Words, ...]
    choice: Choice | None
    choice_words: Words
    veto: Words
    missing: tuple[Words, ...]
    scorers: int


@dataclass(frozen=True, slots=True)
class RankingPicture:
    """The use cases from the first place on, those without a score last.

    ``top`` is how many the room wants to choose; ``plain`` says why there are no shares, or why they say nothing.
    ``same_top`` is how often the first ``top`` are the same use cases as now. ``samples`` is 0 where the shares are
    exact, ``margin`` how far a share may be off in 95 of 100 draws. ``smallest`` is the smallest change of weights
    that alters the first ones. ``weighed`` is what each perspective would rank by its own weights, where asked for.
    """

    rows: tuple[RankingRow, ...]
    top: int
    criteria: tuple[CriterionFact, ...]
    basis: Basis
    plain: Plain | None
    same_top: float | None
    samples: int
    margin: float
    smallest: Moving | None
    scorers: int
    weighed: Weighed | None = None
    seed: int = SEED

    @property
    def scored(self) -> int:
        """How many use cases have a place."""
        return sum(row.place is not None for row in self.rows)

    @property
    def line(self) -> int:
        """How many first places other weights can change."""
        return first_places(self.scored, self.top)


def ranking(
    document: Document, basis: Basis = Basis.NEAR, weights: Mapping[str, float] | None = None
) -> RankingPicture:
    """The ranking, and how sure it is under other weights, with other voters, or as each perspective weighs.

    ``weights`` by uuid of the criterion are tried in place of the room's, without changing those.
    """
    if weights:
        return _ranking(document, basis, weights)
    kinds = (*KINDS, *perspectives.KINDS) if basis is Basis.PERSPECTIVES else KINDS
    return document.remembered(("ranking", basis), kinds, lambda: _ranking(document, basis, {}))


def _ranking(document: Document, basis: Basis, tried: Mapping[str, float]) -> RankingPicture:
    with document.read():
        cases, asked, given = facts.use_cases(document), facts.criteria(document), votes(document)
        top = workshop(document).choose
    weights = [tried.get(each.uuid, each.weight) for each in asked]
    scores = [weighted_score(row, weights) for row in given.means]
    placed = [place for place, score in enumerate(scores) if score is not None]
    known = [score for score in scores if score is not None]
    weighed = as_weighed(document, tried) if basis is Basis.PERSPECTIVES else None
    plain = rules.plain(known, weights, top, basis, len(weighed.ranked if weighed else given.values))
    shares = _shares(given, placed, weights, top, basis, weighed) if plain in _TELLING else None
    rows = _Rows(cases, asked, given, weights, top, scores, placed, shares)
    return RankingPicture(
        rows=rows.sorted(),
        top=top,
        criteria=asked,
        basis=basis,
        plain=plain,
        same_top=shares.same_top if shares else None,
        samples=shares.samples if shares else 0,
        margin=shares.margin if shares else 0.0,
        smallest=rows.smallest(),
        scorers=len(given.values),
        weighed=weighed,
    )


def _shares(
    given: Votes, placed: Sequence[int], weights: Sequence[float], top: int, basis: Basis, weighed: Weighed | None
) -> Acceptability:
    if weighed is not None:
        import numpy as np

        values = np.nan_to_num(_means(given, placed), nan=0.0)
        return rules.over_given(values, [each.weights for each in weighed.ranked], weights, top)
    if basis is Basis.VOTERS:
        return rules.over_voters(given.values[:, placed], weights, top, seed=SEED)
    return rules.over_weightings(_means(given, placed), weights, top, basis, seed=SEED)


def _means(given: Votes, placed: Sequence[int]) -> rules.Real:
    import numpy as np

    return np.array([given.means[place] for place in placed], dtype=np.float64)


class _Rows:
    """Makes the rows from what was computed for all use cases, or for those with a score alone."""

    def __init__(
        self,
        cases: Sequence[UseCaseFact],
        asked: Sequence[CriterionFact],
        given: Votes,
        weights: Sequence[float],
        top: int,
        scores: Sequence[float | None],
        placed: Sequence[int],
        shares: Acceptability | None,
    ) -> None:
        self._cases, self._asked, self._given, self._weights = cases, asked, given, weights
        self._scores, self._shares = scores, shares
        self._at = {place: at for at, place in enumerate(placed)}
        self._placed = placed
        self._places = ranks(scores)
        self._halves = rules.middle_half(given.values, weights) if placed else ()
        self._medians = rules.medians(given.values, weights) if placed else ()
        self._turns: Sequence[Turn | None] = (None,) * len(placed)
        self._moves: Sequence[Move | None] = self._turns
        if len(placed) > 1:
            means, line = _means(given, placed), first_places(len(placed), top)
            self._turns = turning.turns(means, weights, line)
            self._moves = turning.smallest_moves(means, weights, line)
        self._ties = ties_in_practice(scores)

    def sorted(self) -> tuple[RankingRow, ...]:
        """The rows from the first place on; equals and those without a place in the room's order."""
        last = len(self._cases) + 1
        order = sorted(range(len(self._cases)), key=lambda case: (self._places[case] or last, case))
        return tuple(self._row(case) for case in order)

    def smallest(self) -> Moving | None:
        """The smallest change of weights that alters the first ones."""
        moves = [move for move in self._moves if move is not None]
        return self._moving(min(moves, key=lambda move: move.share)) if moves else None

    def _row(self, case: int) -> RankingRow:
        found, at, shares = self._cases[case], self._at.get(case), self._shares
        half = self._halves[case] if at is not None else None
        sure = shares if at is not None else None
        return RankingRow(
            uuid=found.uuid,
            place=self._places[case],
            name=found.name,
            about=found.about,
            level=found.level,
            risk=found.risk,
            score=self._scores[case],
            means=self._given.means[case],
            median=self._medians[case] if at is not None else None,
            q1=half[0] if half else None,
            q3=half[1] if half else None,
            shares=sure.shares[at or 0] if sure else (),
            rank_low=sure.low[at or 0] if sure else None,
            rank_high=sure.high[at or 0] if sure else None,
            in_top=sure.in_top[at or 0] if sure else None,
            turning=self._turning(at),
            moving=self._moving(self._moves[at]) if at is not None else None,
            tied_with=self._tied(case),
            choice=found.choice,
            choice_words=found.choice_words,
            veto=found.veto_words,
            missing=tuple(self._asked[one].name for one in unscored(self._given.means[case], self._weights)),
            scorers=self._given.scorers[case],
        )

    def _turning(self, at: int | None) -> Turning | None:
        turn = None if at is None else self._turns[at]
        if turn is None:
            return None
        other = self._cases[self._placed[turn.other]].name
        now = self._weights[turn.criterion]
        return Turning(self._asked[turn.criterion].name, turn.weight, now, turn.more, other)

    def _moving(self, move: Move | None) -> Moving | None:
        if move is None:
            return None
        goes, comes = (self._cases[self._placed[at]].name for at in (move.goes, move.comes))
        sources = tuple((self._asked[place].name, 100 * share) for place, share in move.sources)
        return Moving(goes, comes, 100 * move.share, sources, self._asked[move.target].name)

    def _tied(self, case: int) -> tuple[Words, ...]:
        pairs = [pair for pair in self._ties if case in pair]
        return tuple(self._cases[better if worse == case else worse].name for better, worse in pairs)
