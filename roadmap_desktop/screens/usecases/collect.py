"""Collect: the room's own list, and the catalogue to pick from."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from roadmap_desktop.journey.usecases import collecting, collection, detail
from roadmap_desktop.journey.usecases.collecting import UseCaseField
from roadmap_desktop.journey.usecases.collection import CollectionPicture
from roadmap_desktop.journey.usecases.facts import use_cases
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.screens.foreign import ForeignPreview
from roadmap_desktop.screens.sitting import Action, Sitting
from roadmap_desktop.screens.sourcefile import SourceChooser, ask_for_source
from roadmap_desktop.screens.step import Remark
from roadmap_desktop.screens.usecases.catalogue_view import CatalogueView
from roadmap_desktop.screens.usecases.collect_columns import own_columns
from roadmap_desktop.screens.usecases.describe_panel import DescribePanel
from roadmap_desktop.screens.usecases.importing import Importing, ImportingStep
from roadmap_desktop.screens.usecases.join_panel import JoinPanel
from roadmap_desktop.screens.usecases.list_changes import AddingSeveral, JoiningTwo
from roadmap_desktop.screens.usecases.list_filters import ListFilters
from roadmap_desktop.screens.usecases.several_panel import SeveralPanel
from roadmap_desktop.screens.usecases.taking import UseCasesTaking
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.card_view import CardView
from roadmap_desktop.widgets.empty import EmptyState
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.segments import SegmentedChoice
from roadmap_desktop.widgets.sheet import Sheet

_OURS, _CATALOGUE = "ours", "catalogue"

_SEARCHES = {_CATALOGUE: message("Search the catalogue"), _OURS: message("Search our list")}
_NONE_FITS = {
    _CATALOGUE: message("Nothing in the catalogue fits. Write it into our list."),
    _OURS: message("Nothing on our list fits."),
}


class CollectStep(ImportingStep):
    """One of two lists: ours, which is edited in place, or the catalogue, which is ticked."""

    form = "usecases_collect"
    kinds = frozenset(collection.KINDS)
    scrolls_inside = True  # the lists scroll inside the step
    shown: SegmentedChoice
    search: QLineEdit
    drawn_as: SegmentedChoice
    none_found: Paragraph
    cards: CardView
    catalogue: Sheet
    ours: Sheet
    filters: QWidget
    level: QComboBox
    risk: QComboBox
    data: QComboBox
    users: QComboBox
    counted: QLabel
    clear_button: Button
    several_button: Button
    import_button: Button
    preview: ForeignPreview
    several: SeveralPanel
    joined: JoinPanel
    ask: SourceChooser = staticmethod(ask_for_source)

    def __init__(self, sitting: Sitting, parent: QWidget | None = None) -> None:
        super().__init__(sitting, parent)
        self._picture: CollectionPicture | None = None
        self._shown = ""
        self.panel = DescribePanel(self)
        self.panel.hide()
        combos = (self.level, self.risk, self.data, self.users)
        self._filters = ListFilters(self.search, self.filters, combos, self.counted, self.clear_button)
        self._catalogue = CatalogueView(self.drawn_as, self.cards, self.catalogue, self._classes)
        self._declare()
        self._importing = Importing(
            self, self.preview, self.import_button, lambda: UseCasesTaking, self._own_parts, lambda: self.ask
        )
        self._adding = AddingSeveral(self, self.several, self.several_button, self._own_parts)
        self._joining = JoiningTwo(self, self.joined, self._own_parts)
        self.panel.join.clicked.connect(lambda: self._joining.begin_with(self.panel.uuid))
        self.shown.chosen.connect(self._show_list)
        self._filters.changed.connect(self._fill)
        self._catalogue.selected.connect(lambda: self._inspect())
        self._catalogue.turned.connect(self._turn)
        self.ours.selected.connect(lambda _: self._inspect())
        self.ours.removed.connect(self._remove)
        self.panel.remove.clicked.connect(lambda: self._remove((self.panel.uuid,)))
        self.when_typed(
            self.panel.description, lambda text: self._edit(self.panel.uuid, UseCaseField.DESCRIPTION, text)
        )
        self.when_typed(self.panel.owner, lambda text: self._edit(self.panel.uuid, UseCaseField.OWNER, text))

    def picture(self) -> CollectionPicture:
        """The catalogue and the room's list."""
        return collection.collection(self.sitting.document)

    def present(self, picture: CollectionPicture) -> None:
        """Shows the list asked for; the catalogue first while the room has none of its own."""
        self._picture = picture
        if not self._shown:
            self._shown = _OURS if picture.ours else _CATALOGUE
        self.shown.present(
            [
                (_CATALOGUE, message("Catalogue · {n}", n=len(picture.catalogue))),
                (_OURS, message("Our list · {n}", n=len(picture.ours))),
            ],
            self._shown,
        )
        self._filters.offer_classes(picture.data_classes)
        self._fill()
        for beside in (self._importing, self._adding, self._joining):
            beside.keep_away()
        self._inspect()

    def remark(self, picture: CollectionPicture) -> Remark | None:
        """How many the room has."""
        if not picture.ours:
            return None
        return Remark(plural("{n} use case on our list", "{n} use cases on our list", len(picture.ours)))

    def arrive(self, subject: str) -> None:
        """Selects a use case of the room."""
        if self._stale:
            self.refresh()
        self._show_list(_OURS)
        if not self.ours.select(subject):
            self._filters.show_all()  # what is looked for elsewhere is not hidden here
            self.ours.select(subject)

    def showEvent(self, event: QShowEvent) -> None:
        """Comes back with what was selected."""
        super().showEvent(event)
        self._inspect()

    def save_typing(self) -> None:
        """Keeps what is typed, lines of several use cases too."""
        super().save_typing()
        self._adding.keep()

    def _declare(self) -> None:
        empty = EmptyState(
            sentence=message("The use cases that the room talks about will stand here."),
            button=message("Write the first one"),
            feeds=message("Each gets an outcome before any tool is named, then scores, a place and a choice."),
        )
        self.ours.declare(
            own_columns(self._edit, self._classes),
            name=message("Our use cases"),
            add=message("Write a use case of your own"),
            begin=self._write,
            empty=empty,
        )

    def _write(self, text: str) -> str | None:
        """Puts a use case on the list; where it would not be seen, all of the list is."""
        document = self.sitting.document
        made = self.sitting.attempt(lambda: collecting.write_use_case(document, text), beside=self.ours)
        found = next((each for each in use_cases(document) if each.uuid == made), None)
        if found is not None and not self._filters.wants(found):
            self._filters.show_all()
        return made

    def _edit(self, uuid: str, field: UseCaseField, text: str) -> None:
        document = self.sitting.document
        self.sitting.attempt(lambda: collecting.edit_use_case(document, uuid, field, text), beside=self.ours)

    def _turn(self, key: str) -> None:
        """Puts a use case of the catalogue on the list, or takes it off again."""
        document = self.sitting.document
        row = self._catalogue.row(key)
        if row.taken:
            self.sitting.attempt(lambda: collecting.remove_use_cases(document, [row.taken]), beside=self.catalogue)
        else:
            self.sitting.attempt(lambda: collecting.pick_from_catalogue(document, [key]), beside=self.catalogue)

    def _remove(self, uuids: tuple[str, ...]) -> None:
        self.sitting.attempt(lambda: collecting.remove_use_cases(self.sitting.document, uuids))

    def _show_list(self, which: str) -> None:
        self._shown = which
        self.refresh()

    def _fill(self) -> None:
        """Fills the list that is shown with what is asked for."""
        picture, is_catalogue = self._picture, self._shown == _CATALOGUE
        if picture is None:
            return
        self._filters.belong_to(self._shown, _SEARCHES[self._shown])
        asked = picture.catalogue if is_catalogue else picture.ours
        for control in self._filters.controls():
            control.setVisible(bool(asked))
        fits = self._filters.count(asked)
        catalogue, ours = picture.catalogue, picture.ours
        self._catalogue.present(self._filters.of(catalogue) if is_catalogue else catalogue, is_shown=is_catalogue)
        self.ours.present(ours if is_catalogue else self._filters.of(ours))
        self.ours.setVisible(not is_catalogue and bool(fits or not asked))
        self.none_found.say(_NONE_FITS[self._shown])
        self.none_found.setVisible(bool(asked) and not fits)
        self.several_button.setVisible(not is_catalogue)
        if not is_catalogue and fits and not self.ours.current():
            self.ours.select(self.ours.rows()[0].uuid)

    def _own_parts(self) -> list[QWidget]:
        lists = [self.shown, self.drawn_as, self.none_found, self.cards, self.catalogue, self.ours]
        return [*self._filters.controls(), *lists, self.several_button, self.import_button]

    def _is_covered(self) -> bool:
        return self._importing.is_shown or self._adding.is_shown or self._joining.is_shown

    def _classes(self) -> Mapping[int, Words]:
        return self._picture.data_classes if self._picture else {}

    def _inspect(self) -> None:
        if not self.isVisible() or self._picture is None or self._is_covered():
            return
        if self._shown == _CATALOGUE:
            self._inspect_catalogue()
            return
        found = next((each for each in self._picture.ours if each.uuid == self.ours.current()), None)
        if found is None:
            self.sitting.inspect(None)
            return
        self.panel.present(found, self.fill)
        self.panel.join.setEnabled(len(self._picture.ours) > 1)
        self.sitting.inspect(detail.listed_inspection(self.sitting.document, found), panel=self.panel)

    def _inspect_catalogue(self) -> None:
        row = self._catalogue.current()
        if row is None:
            self.sitting.inspect(None)
            return
        words = message("Take it off our list") if row.taken else message("Put it on our list")
        action = Action(words, lambda: self._turn(row.uuid))
        self.sitting.inspect(detail.catalogue_inspection(self.sitting.document, row), (action,))


STEP = CollectStep
