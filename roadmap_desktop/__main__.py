"""The command line: the same journey without a window; without a verb it opens the window.

Verbs are imported when they are asked for, so that the window does not wait for them.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from roadmap_desktop.commands.telling import DONE, REFUSED, path_of, warn
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.language import SHIPPED_LANGUAGES, Language
from roadmap_desktop.store.trouble import FileTrouble

_STAGES = (
    *("prepare", "readiness", "usecases", "guardrails", "team", "pilots"),
    *("scaling", "monitoring", "roadmap", "handouts"),
)
_IMPORTS = (
    *("schools", "calendar", "participants", "instrument", "answers"),
    *("usecases", "weights", "scores", "tasks", "dates"),
)
_VERBS = ("new", "sample", "show", "import", "export", "check", "merge")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a verb, or opens the window; gives the exit status (0 done, 1 refused, 2 wrong usage)."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or given[0] not in (*_VERBS, "-h", "--help"):
        from roadmap_desktop.app import run

        return run(given)
    parser = _parser()
    parsed = parser.parse_args(given)
    if parsed.verb == "import" and not any(getattr(parsed, kind) for kind in _IMPORTS):
        parser.error(f"import needs one of {', '.join(f'--{kind} SOURCE' for kind in _IMPORTS)}")
    return _verb(parsed)


def _verb(arguments: argparse.Namespace) -> int:
    from roadmap_desktop.exchange.unreadable import Unreadable

    language = Language("en")
    try:
        status = _perform(arguments, language)
        sys.stdout.flush()
        return status
    except BrokenPipeError:  # whoever reads has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except (Refused, Unreadable) as refusal:
        warn(language, refusal.reason, refusal.remedy)
    except FileTrouble as trouble:
        warn(language, trouble.what, trouble.safe, trouble.remedy)
    return REFUSED


def _perform(arguments: argparse.Namespace, language: Language) -> int:
    match arguments.verb:
        case "new":
            from roadmap_desktop.commands.workshops import new as verb
        case "sample":
            from roadmap_desktop.commands.workshops import sample as verb
        case "import":
            from roadmap_desktop.commands.imports import take as verb
        case "show":
            from roadmap_desktop.commands.looking import show as verb
        case "merge":
            from roadmap_desktop.commands.merging import merge as verb
        case "check" if arguments.recover is not None:
            from roadmap_desktop.commands.recovering import put as verb
        case "check":
            from roadmap_desktop.commands.looking import check as verb
        case _:
            from roadmap_desktop.commands.exports import put as verb
    return verb(arguments, language)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="roadmap-desktop",
        description="Roadmap Desktop without its window. With only a FILE, or nothing, it opens the window.",
    )
    verbs = parser.add_subparsers(dest="verb", required=True)

    def verb(name: str, about: str) -> argparse.ArgumentParser:
        made = verbs.add_parser(name, help=about, description=about)
        made.add_argument("file", metavar="FILE", type=path_of, help="the workshop, NAME.roadmap")
        return made

    new = verb("new", "make a new workshop from the catalogue")
    new.add_argument("--district", required=True, metavar="NAME")
    new.add_argument("--state", metavar="XX", help="two letters")
    new.add_argument("--year", metavar="2026-27", help="the school year the roadmap starts in")
    verb("sample", "write the worked sample workshop")
    show = verb("show", "say what every stage shows")
    show.add_argument("--stage", choices=_STAGES, metavar="NAME", help="only this stage")
    show.add_argument("--json", action="store_true", help="as JSON for other programs")
    about = (
        "take what comes from outside: schools, a calendar, an instrument, answers, use cases and their scores, tasks"
    )
    _import_arguments(verb("import", about))
    _export_arguments(verb("export", "write handouts, and the roadmap for other programs"))
    _merge_arguments(verb("merge", "bring copies that were edited apart together in a new file"))
    check = verb("check", "say whether the file is sound and what each stage lacks")
    check.add_argument("--recover", metavar="OUT", type=path_of, help="write what can be read to a new file")
    return parser


def _import_arguments(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--schools", metavar="SOURCE", type=path_of, help="a list as CSV, text or XLSX")
    verb.add_argument("--only-district", metavar="NAME", help="of the list, only the schools of this district")
    verb.add_argument("--calendar", metavar="SOURCE", type=path_of, help="a calendar as .ics or a table, CSV or XLSX")
    verb.add_argument("--year", metavar="2026-27", help="of the calendar, this school year")
    verb.add_argument(
        "--participants", metavar="SOURCE", type=path_of, help="people with name, role, perspective, table, CSV or XLSX"
    )
    verb.add_argument("--answers", metavar="SOURCE", type=path_of, help="answers as a form exports them, CSV or XLSX")
    verb.add_argument("--round", metavar="N", type=int, help="of the answers, the round they were given in")
    verb.add_argument("--instrument", metavar="SOURCE", type=path_of, help="statements and levels as CSV, XLSX or JSON")
    verb.add_argument("--usecases", metavar="SOURCE", type=path_of, help="use cases, CSV or XLSX: name, level, risk")
    verb.add_argument("--weights", metavar="SOURCE", type=path_of, help="criterion and weight, CSV or XLSX")
    verb.add_argument(
        "--scores", metavar="SOURCE", type=path_of, help="participant, use case and each criterion, CSV or XLSX"
    )
    verb.add_argument(
        "--add-people", action="store_true", help="of the scores, add people who are not in the room list"
    )
    verb.add_argument(
        "--tasks", metavar="SOURCE", type=path_of, help="tasks with id, name, length and predecessors, CSV or XLSX"
    )
    verb.add_argument(
        "--dates", metavar="SOURCE", type=path_of, help="the exported sheet with changed dates, CSV or XLSX"
    )


def _merge_arguments(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "others",
        metavar="OTHER",
        nargs="+",
        type=path_of,
        help="another copy of the workshop, or a packet that came back",
    )
    verb.add_argument("--to", required=True, metavar="OUT", type=path_of, help="the new file; none is replaced")
    verb.add_argument("--json", action="store_true", help="tell what came from where as JSON for other programs")


def _export_arguments(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--to", required=True, metavar="DIR", type=path_of)
    verb.add_argument(
        "--what", default="handouts", metavar="handouts|print_pack|calendar|project|sheets|timeline|packets|NAME"
    )
    verb.add_argument(
        "--for",
        dest="whom",
        action="append",
        default=[],
        metavar="NAME",
        help="of packets, only theirs; repeatable",
    )
    verb.add_argument("--paper", choices=("letter", "a4"))
    verb.add_argument("--language", choices=SHIPPED_LANGUAGES)
    verb.add_argument("--large", action="store_true", help="large print, 18 points")


if __name__ == "__main__":
    sys.exit(main())
