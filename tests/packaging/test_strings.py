"""No string that a person reads escapes translation: code, forms, template and translations agree."""

from __future__ import annotations

import gettext
from pathlib import Path

import pytest
import strings
import strings_found
import translations
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
IMPORT = "from roadmap_desktop.language import Message, message, plural\n"
FORM = '<ui><class>Hall</class><widget><property name="{name}"><string {mark}>{text}</string></property></widget></ui>'
SPANISH = """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Who is {name}?"
msgstr "¿Quién es {name}?"

msgid "{n} barrier"
msgid_plural "{n} barriers"
msgstr[0] "{n} barrera"
msgstr[1] "{n} barreras"
"""
WANTED = {("", ("Who is {name}?",)), ("", ("{n} barrier", "{n} barriers"))}


def words(source: str) -> list[tuple[str, str]]:
    found = strings_found.in_module(IMPORT + source, "made_up.py")
    assert found.troubles == ()
    return [(word.one, word.many) for word in found.words]


def form(name: str, text: str, mark: str = "") -> strings_found.Found:
    return strings_found.in_form(FORM.format(name=name, text=text, mark=mark), "made_up.ui")


@pytest.fixture
def spanish(tmp_path: Path) -> Path:
    """A tiny translation, not part of the program."""
    source = tmp_path / "es" / "LC_MESSAGES" / "roadmap_desktop.po"
    source.parent.mkdir(parents=True)
    source.write_text(SPANISH, encoding="utf-8")
    return source


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A program of one message whose template is up to date."""
    for folder in ("roadmap_desktop", "resources/translations"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "roadmap_desktop" / "door.py").write_text(IMPORT + 'message("Come in")\n')
    template = strings.template(strings.collect(tmp_path))
    (tmp_path / "resources" / "translations" / strings.TEMPLATE).write_bytes(template)
    return tmp_path


def test_every_string_of_the_program_is_in_the_template_and_can_be_translated() -> None:
    assert strings.troubles(ROOT) == []


def test_a_string_that_is_not_in_the_template_is_missed(project: Path) -> None:
    (project / "roadmap_desktop" / "door.py").write_text(IMPORT + 'message("Come in")\nmessage("Go out")\n')
    assert strings.troubles(project) == ["missing from roadmap_desktop.pot: Go out"]


def test_a_string_that_nothing_says_any_more_is_unused(project: Path) -> None:
    (project / "roadmap_desktop" / "door.py").write_text("")
    assert strings.troubles(project) == ["unused in roadmap_desktop.pot: Come in"]


def test_a_message_is_found_by_every_name_it_is_called_by() -> None:
    assert words('message("Yes")') == [("Yes", "")]
    assert words('from roadmap_desktop.language import message as m\nm("Yes")') == [("Yes", "")]
    assert words('from roadmap_desktop import language\nlanguage.message("Yes")') == [("Yes", "")]
    assert words('plural("{n} dot", "{n} dots", 3)') == [("{n} dot", "{n} dots")]
    assert words('message("One long "\n        "line")') == [("One long line", "")]


def test_a_function_of_the_same_name_from_elsewhere_is_left_alone() -> None:
    assert strings_found.in_module('from mail import message\nmessage(1)\nother.message("x")', "made_up.py").words == ()


@pytest.mark.parametrize(
    ("source", "trouble"),
    [
        ('message(f"Hello {name}")', "the words of message are not written out"),
        ("message(text)", "the words of message are not written out"),
        ('message("Hello " + name)', "the words of message are not written out"),
        ('plural("{n} dot", dots, 3)', "the words of plural are not written out"),
        ('Message("Hello")', "Message is made from new words"),
        ('message("Hello {name}")', "nothing fills {name}"),
        ('message("Hello", name=name)', "no place shows name"),
        ('message("Hello {")', "a brace is out of place"),
    ],
)
def test_a_message_that_could_not_be_translated_is_named_with_its_line(source: str, trouble: str) -> None:
    found = strings_found.in_module(IMPORT + source, "made_up.py")
    assert len(found.troubles) == 1
    assert found.troubles[0].startswith(f"made_up.py:2: {trouble}")


def test_words_restored_from_a_file_are_no_new_words() -> None:
    assert words('Message(kept["one"], kept["many"])') == []


def test_the_words_of_a_form_are_found_and_its_settings_are_not() -> None:
    assert [word.one for word in form("text", "District").words] == ["District"]
    assert form("text", "").words == ()
    assert form("styleSheet", "color: red", 'notr="true"') == strings_found.Found()


def test_the_words_of_a_form_belong_to_its_class() -> None:
    assert [word.context for word in form("text", "Lead").words] == ["Hall"]


@pytest.mark.parametrize("name", ["toolTip", "sentence"])
def test_a_form_may_not_keep_its_words_from_translation(name: str) -> None:
    assert form(name, "Come in", 'notr="true"').troubles == (f"made_up.ui: {name} is kept from translation: Come in",)
    assert form(name, "–", 'notr="true"').troubles == ()


def test_a_form_may_not_have_its_settings_translated() -> None:
    assert form("role", "hint").troubles == ('made_up.ui: role is a setting and needs notr="true": hint',)


def test_the_template_is_read_by_others_with_its_accents(project: Path) -> None:
    (project / "roadmap_desktop" / "door.py").write_text(IMPORT + 'message("Café “A”")\n', encoding="utf-8")
    (project / "template.pot").write_bytes(strings.template(strings.collect(project)))
    with (project / "template.pot").open("rb") as file:
        assert [entry.id for entry in read_po(file) if entry.id] == ["Café “A”"]


def test_a_complete_translation_has_no_trouble(spanish: Path) -> None:
    assert strings.translation_troubles(spanish, WANTED) == []


def test_what_a_translation_lacks_or_keeps_without_use_is_named(spanish: Path) -> None:
    wanted = {("", ("Come in",)), ("", ("Who is {name}?",))}
    assert strings.translation_troubles(spanish, wanted) == [
        "es: not translated: Come in",
        "es: unused: {n} barrier | {n} barriers",
    ]


def test_a_doubtful_translation_counts_as_none(spanish: Path) -> None:
    spanish.write_text(SPANISH.replace('msgid "Who', '#, fuzzy\nmsgid "Who'), encoding="utf-8")
    assert strings.translation_troubles(spanish, WANTED) == ["es: not translated: Who is {name}?"]


def test_a_translation_that_renames_a_place_is_named(spanish: Path) -> None:
    spanish.write_text(SPANISH.replace("es {name}", "es {nombre}"), encoding="utf-8")
    assert strings.translation_troubles(spanish, WANTED) == ["es: other places than in English: Who is {name}?"]


def test_a_compiled_translation_is_what_the_program_reads(spanish: Path) -> None:
    (made,) = translations.compile_all(spanish.parents[2])
    with made.open("rb") as file:
        catalogue = gettext.GNUTranslations(file)
    assert catalogue.gettext("Who is {name}?") == "¿Quién es {name}?"
    assert catalogue.ngettext("{n} barrier", "{n} barriers", 2) == "{n} barreras"
