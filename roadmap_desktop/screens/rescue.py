"""When a file is damaged: whether looking into it may help, its page in the window, and what is saved from there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from roadmap_desktop.store.trouble import FileTrouble

if TYPE_CHECKING:
    from roadmap_desktop.screens.choosing import FileChooser
    from roadmap_desktop.screens.recovering import RecoveryPage

MAGIC = b"SQLite format 3"


class Rescue:
    """Its page is made when a damaged file is opened; what is saved there is opened at once."""

    def __init__(
        self,
        pages: QStackedWidget,
        chooser: FileChooser,
        open_file: Callable[[Path], object],
        leave: Callable[[], object],
    ) -> None:
        self._pages, self._chooser, self._open, self._leave = pages, chooser, open_file, leave
        self.page: RecoveryPage | None = None

    @staticmethod
    def may_help(path: Path, trouble: FileTrouble) -> bool:
        """Whether something of the workshop may be left: in the file, or in an earlier copy of what was in it."""
        from roadmap_desktop.store.snapshots import snapshots_of_file

        return trouble.can_recover or (_is_overwritten(path) and bool(snapshots_of_file(path)))

    def show(self, path: Path, trouble: FileTrouble) -> None:
        """Shows what can be read of the file."""
        from roadmap_desktop.screens.recovering import RecoveryPage

        self.end()
        self.page = RecoveryPage(path, trouble, self._pages)
        self.page.saved.connect(self._save)
        self.page.left.connect(self._leave)
        self._pages.addWidget(self.page)
        self._pages.setCurrentWidget(self.page)
        self.page.back_button.setFocus()

    def end(self) -> None:
        """Takes the page away, and what was read and not saved with it."""
        if self.page is not None:
            page, self.page = self.page, None
            page.close_work()
            self._pages.removeWidget(page)
            page.hide()
            page.deleteLater()

    def _save(self, made: Path) -> None:
        from roadmap_desktop.store.recovery import place

        if (page := self.page) is None:
            return
        if (to := self._chooser.place_for(page, f"{page.path.stem} recovered")) is None:
            return
        try:
            place(made, to)
        except FileTrouble as trouble:
            page.tell(trouble)
            return
        self._open(to)


def _is_overwritten(path: Path) -> bool:
    """Whether there is a file whose first bytes are not a workshop's."""
    try:
        with path.open("rb") as file:
            return file.read(len(MAGIC)) != MAGIC
    except OSError:
        return False
