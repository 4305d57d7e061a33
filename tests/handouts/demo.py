"""An invented handout in the layout of the one-page summary, for the tests of the page kit."""

from __future__ import annotations

from datetime import date, timedelta

from roadmap_desktop.handouts.pieces import (
    Artifact,
    Cells,
    Column,
    Columns,
    Field,
    Figure,
    Handout,
    Heading,
    Item,
    Keep,
    ListOf,
    Mark,
    PageBreak,
    Role,
    Shape,
    Strong,
    Table,
    Text,
)
from roadmap_desktop.handouts.shown import Bar, Lane, Lanes, Naming, Profile, ProfileRow, Row, Stretch


def one_page(times: int = 1, sample: bool = False) -> Handout:
    """The summary; with ``times`` every text is that many times as long."""

    def said(words: str) -> str:
        return " ".join([words] * times)

    return Handout(
        code="H-01",
        kicker=said("AI roadmap 2026-27 · one page"),
        title="AI roadmap",
        district="Cedar Valley Unified",
        made=date(2026, 8, 12),
        sample=sample,
        pieces=(
            Heading("name", said("Cedar Valley Unified"), role=Role.TITLE),
            Text("about", said("What 24 of us decided on August 12, and what happens next."), role=Role.SUBTITLE),
            Text(
                "lead",
                said(
                    "We start with two pilots whose value we can measure, adopt the rules they need first, and "
                    "decide about each on a fixed date. Schools join when they are ready."
                ),
                role=Role.LEAD,
            ),
            Heading("first", said("What comes first, and how sure we are")),
            _first(said),
            Text(
                "sure",
                said(
                    "How often a use case stays in the top three when weights and voters change: "
                    "10,000 weightings, 24 voters."
                ),
                role=Role.NOTE,
            ),
            Columns(
                "stand and saw",
                (
                    (Heading("stand", said("Where we stand")), _stand(said)),
                    (
                        Heading("saw", said("What we saw")),
                        Text(
                            "saw 1",
                            said(
                                "Wi-Fi and devices are ready. Rules and training are not: both come before the "
                                "first pilot."
                            ),
                        ),
                        Text(
                            "saw 2",
                            said(
                                "We disagree about one thing most: whether staff worries are heard. Leaders say yes, "
                                "teachers and families say not yet. It is action 1."
                            ),
                        ),
                    ),
                ),
                shares=(418, 248),
                gap=26,
            ),
            Heading("when", said("When")),
            _when(said),
            Columns(
                "three",
                (
                    _third(
                        "hold",
                        said("Must hold first"),
                        [
                            Item(said("Responsible-use rules adopted, Oct 12"), Mark.BOX),
                            Item(said("Privacy agreement signed, Oct 30"), Mark.BOX),
                            Item(said("Families told in their language, Oct 23"), Mark.HALF),
                            Item(said("Named owner: assistant superintendent"), Mark.TICKED),
                        ],
                    ),
                    _third(
                        "who",
                        said("Who decides"),
                        [
                            Item(said("Cabinet scales or stops each pilot")),
                            Item(said("Board adopts the rules")),
                            Item(said("Principals choose their wave")),
                            Item(said("Any teacher may stop a lesson")),
                        ],
                    ),
                    _third(
                        "heard",
                        said("We heard"),
                        [
                            Item(said("Staff association: no use in evaluation, now rule 4")),
                            Item(said("Families: an opt-out in every notice")),
                            Item(said("Students: say openly when AI helped")),
                        ],
                    ),
                ),
            ),
        ),
    )


def _first(said):
    columns = (
        Column("", Cells.STRONG),
        Column(said("Use case"), Cells.HEAD, share=5),
        Column(said("Success means"), share=7),
        Column(said("In the top three"), Cells.NUMBER),
    )
    rows = (
        ("1", said("Formative writing feedback"), said("feedback in 4.5 days instead of 9"), "97 of 100"),
        ("2", said("Family messages, translated"), said("answer within 6 hours instead of 48"), "91 of 100"),
        ("3", said("Lesson and unit planning"), said("one hour a week back for teachers"), "68 of 100"),
    )
    return Table("places", columns, rows)


def _stand(said):
    rows = [
        ("Leadership", 2.6, 2.2, 3.0),
        ("Staff literacy", 1.4, 0.9, 1.9),
        ("Voice and trust", 1.6, 0.7, 2.7),
        ("Infrastructure", 3.1, 2.5, 3.5),
        ("Data and security", 1.9, 1.6, 2.6),
        ("Privacy, procurement", 2.5, 2.2, 2.9),
        ("Policy and integrity", 1.1, 0.8, 1.6),
        ("Delivery capacity", 1.9, 1.6, 2.6),
    ]
    profile = Profile(
        tuple(ProfileRow(said(name), f"{median:.1f}", median, low, high) for name, median, low, high in rows)
        + ((ProfileRow(said("Families"), said("3 answers, too few to show")),) if said("x") != "x" else ()),
        lowest_words=said("0 nothing yet"),
        highest_words=said("4 reviewed"),
    )
    return Figure("profile", profile, alternative="Readiness by dimension: infrastructure is highest at 3.1.")


_NAMES = ("Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun")
MONTHS = tuple(
    Stretch(name, date(2026 + (7 + n) // 12, (7 + n) % 12 + 1, 1), date(2026 + (7 + n) // 12, (7 + n) % 12 + 1, 28))
    for n, name in enumerate(_NAMES)
)


def _when(said):
    def lane(name, stage, words, first, last, *milestones):
        return Lane(said(name), stage, (Row(said(words), (Bar(first, last),), milestones),))

    lanes = (
        lane(
            "Readiness",
            "readiness",
            "Office and support staff trained, incident plan exercised",
            date(2026, 8, 1),
            date(2026, 10, 12),
        ),
        lane("Guardrails", "guardrails", "Responsible-use rules adopted Oct 12", date(2026, 8, 1), date(2026, 10, 31)),
        lane(
            "Pilots",
            "pilots",
            "Writing feedback; family messages; decide Feb 9 and Mar 24",
            date(2026, 10, 10),
            date(2027, 3, 20),
            date(2027, 2, 9),
            date(2027, 3, 24),
        ),
        lane("Scaling", "scaling", "Wave 1: three schools, wave 2: four", date(2027, 2, 12), date(2027, 5, 31)),
        lane("Monitoring", "monitoring", "Reviews Feb 26 and Apr 30", date(2027, 2, 18), date(2027, 6, 18)),
    )
    timeline = Lanes(date(2026, 8, 1), date(2027, 6, 30), (MONTHS,), lanes, naming=Naming.BELOW)
    return Figure("timeline", timeline, alternative="Five phases from August to June.")


def _third(origin, words, items):
    return (
        Artifact(f"{origin} crown", shape=Shape.CROWN),
        Heading(origin, words),
        ListOf(f"{origin} list", tuple(items)),
    )


def everything(rows: int = 60) -> Handout:
    """A long handout with every kind of piece: table and timeline over pages, fields, numbered lists."""
    return Handout(
        code="H-99",
        kicker="Full roadmap",
        title="Full roadmap",
        district="Cedar Valley Unified",
        made=date(2026, 8, 12),
        pieces=(
            Heading("name", "Full roadmap", role=Role.TITLE),
            Text("about", ("Every task, with its ", Strong("owner"), ", by phase."), role=Role.SUBTITLE),
            Heading("timeline heading", "When"),
            _roadmap(),
            Heading("tasks", "Tasks"),
            Text("before tasks", "All dates are school days."),
            Table(
                "task table",
                (
                    Column("Task", Cells.HEAD, share=3),
                    Column("Owner", share=2),
                    Column("Status"),
                    Column("Days", Cells.NUMBER),
                    Column("Why", Cells.NOTE, share=2),
                ),
                tuple(
                    (
                        f"Task {n} that has a name of some length",
                        "Assistant superintendent",
                        Item("adopted" if n % 2 else "missing", Mark.TICKED if n % 2 else Mark.BOX),
                        f"{n * 37 % 2000:,}",
                        "Ranked 1 of 9",
                    )
                    for n in range(rows)
                ),
            ),
            Text("note", "Days are school days.", role=Role.NOTE),
            Keep(
                "kept",
                (
                    Heading("steps", "Next steps", role=Role.SUBHEADING),
                    ListOf("steps list", tuple(Item(f"Step {n}", Mark.NUMBER) for n in range(1, 12))),
                ),
            ),
            ListOf(
                "bullets", (Item("One thing", Mark.BULLET), Item("Another", Mark.CROSSED), Item("A date", Mark.DIAMOND))
            ),
            Field("owner", "Who leads at this school", lines=2),
            Field("day", "Date", value="October 12"),
            Field("ready", "Is the school ready", options=("Yes", "Not yet", "Needs help"), value="Not yet"),
            Artifact("rule"),
            Text("es", "La escuela decide cuándo empieza.", language="es"),
            Artifact("gap", shape=Shape.GAP, height=20),
            PageBreak("next"),
            Heading("last", "Last page"),
            Text("last text", "The end."),
            PageBreak("trailing"),
        ),
    )


def _roadmap():
    quarters = tuple(
        Stretch(f"Quarter {n}", first, last)
        for n, first, last in [
            (1, date(2026, 8, 10), date(2026, 10, 16)),
            (2, date(2026, 10, 19), date(2026, 12, 18)),
            (3, date(2027, 1, 4), date(2027, 3, 12)),
            (4, date(2027, 3, 22), date(2027, 5, 28)),
        ]
    )
    breaks = (
        Stretch("Thanksgiving Nov 23 to 27", date(2026, 11, 23), date(2026, 11, 27)),
        Stretch("Winter break Dec 21 to Jan 1", date(2026, 12, 21), date(2027, 1, 1)),
        Stretch("Spring break Mar 15 to 19", date(2027, 3, 15), date(2027, 3, 19)),
    )
    stages = ("readiness", "guardrails", "pilots", "scaling", "monitoring")

    def rows(offset):
        for n in range(8):
            first = date(2026, 8, 10) + timedelta(days=offset * 45 + n * 12)
            last = first + timedelta(days=30 + n * 9)
            yield Row(
                f"Task {n} of this lane, with a name that is long",
                (
                    Bar(
                        first,
                        last,
                        done=n / 10,
                        critical=n == 3,
                        baseline=(first - timedelta(7), last - timedelta(9)) if n == 2 else None,
                    ),
                ),
            )
        yield Row(f"Board, second reading {offset}", milestones=(date(2026, 10, 12) + timedelta(days=offset * 40),))

    lanes = tuple(Lane(stage.title(), stage, tuple(rows(i))) for i, stage in enumerate(stages))
    timeline = Lanes(
        date(2026, 8, 1), date(2027, 6, 30), (quarters, MONTHS), lanes, breaks, (date(2026, 9, 17), "today")
    )
    return Figure("roadmap", timeline, alternative="Five phases with their tasks.")
