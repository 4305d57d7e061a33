"""Collects every string that a person may read into one template, and says what is wrong with them.

Without an option it writes resources/translations/roadmap_desktop.pot anew. With --check it writes nothing and
ends with status 1 if a string is missing from the template, unused in it, or can't be translated.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Entry
from babel.messages.pofile import read_po, write_po
from strings_found import Found, in_form, in_module, places_in

ROOT = Path(__file__).resolve().parent.parent
TEMPLATE = "roadmap_desktop.pot"
HEAD = (
    "# The words of Roadmap Desktop, as they stand in its code and forms.\n"
    "# Written by packaging/dev.py strings; do not edit by hand.\n"
    'msgid ""\nmsgstr ""\n'
    '"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Content-Transfer-Encoding: 8bit\\n"\n\n'
)

Key = tuple[str, tuple[str, ...]]
"""What makes an entry one entry: its context, and its English with the plural where there is one."""


def collect(root: Path) -> Found:
    """All strings of the program's modules and forms."""
    found = Found()
    for module in sorted((root / "roadmap_desktop").rglob("*.py")):
        found += in_module(module.read_text(encoding="utf-8"), module.relative_to(root).as_posix())
    for form in sorted((root / "forms").rglob("*.ui")):
        found += in_form(form.read_text(encoding="utf-8"), form.relative_to(root).as_posix())
    return found


def template(found: Found) -> bytes:
    """The template's text: sorted, with the file of each string, without dates or line numbers that always change."""
    catalogue = Catalog()
    for word in found.words:
        text = (word.one, word.many) if word.many else word.one
        catalogue.add(text, locations=[(word.file, 0)], context=word.context)
    body = BytesIO()
    write_po(body, catalogue, width=110, omit_header=True, sort_output=True, include_lineno=False)
    return HEAD.encode() + body.getvalue()


def troubles(root: Path) -> list[str]:
    """Everything that is wrong with the strings, one line each; nothing where all is well."""
    found = collect(root)
    folder = root / "resources" / "translations"
    wanted = _keys(template(found))
    listed = _keys((folder / TEMPLATE).read_bytes()) if (folder / TEMPLATE).exists() else set()
    lines = list(found.troubles)
    lines += [f"missing from {TEMPLATE}: {_shown(key)}" for key in sorted(wanted - listed)]
    lines += [f"unused in {TEMPLATE}: {_shown(key)}" for key in sorted(listed - wanted)]
    for translation in sorted(folder.glob("*/LC_MESSAGES/*.po")):
        lines += translation_troubles(translation, wanted)
    return lines


def translation_troubles(translation: Path, wanted: set[Key]) -> list[str]:
    """What a translation lacks, keeps without use, leaves doubtful, or fills with other places than the English."""
    language = translation.parts[-3]
    catalogue = read_po(BytesIO(translation.read_bytes()), locale=language)
    done = {_key(entry): entry for entry in catalogue if entry.id and all(_texts(entry.string)) and not entry.fuzzy}
    lines = [f"{language}: not translated: {_shown(key)}" for key in sorted(wanted - set(done))]
    lines += [f"{language}: unused: {_shown(key)}" for key in sorted({_key(e) for e in catalogue if e.id} - wanted)]
    for key, entry in done.items():
        if places_in(*_texts(entry.string)) != places_in(*key[1]):
            lines.append(f"{language}: other places than in English: {_shown(key)}")
    return lines


def _keys(text: bytes) -> set[Key]:
    return {_key(entry) for entry in read_po(BytesIO(text)) if entry.id}


def _key(entry: Entry) -> Key:
    return entry.context or "", _texts(entry.id)


def _texts(text: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ("",))


def _shown(key: Key) -> str:
    context, texts = key
    return (f"[{context}] " if context else "") + " | ".join(texts)


def _write(root: Path) -> None:
    target = root / "resources" / "translations" / TEMPLATE
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(template(collect(root)))


def main(arguments: list[str]) -> int:
    """Writes the template, or only checks; then prints what is wrong and how many strings there are."""
    if arguments not in ([], ["--check"]):
        print(__doc__, file=sys.stderr)
        return 2
    if not arguments:
        _write(ROOT)
    lines = troubles(ROOT)
    print(*lines, f"{len(_keys(template(collect(ROOT))))} strings", sep="\n")
    if lines and arguments:
        print("python3 packaging/dev.py strings brings the template up to date.")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
