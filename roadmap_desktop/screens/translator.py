"""Gives forms their words from the same catalogue that serves everything else."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QTranslator

from roadmap_desktop.language import Language
from roadmap_desktop.widgets import speech


class FormTranslator(QTranslator):
    """Asked by Qt for each string of a form; the context is the form's class name."""

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language

    def translate(
        self,
        context: str,
        source: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        """The string in the window's language."""
        return self._language.text(source, context)

    def isEmpty(self) -> bool:
        """Qt does not ask an empty translator."""
        return False


def speak(application: QCoreApplication, language: Language) -> None:
    """Has controls and forms speak the language from now on."""
    speech.speak(language)
    for old in application.findChildren(FormTranslator):
        application.removeTranslator(old)
        old.deleteLater()
    if language.code != "en":  # the forms are written in English
        application.installTranslator(FormTranslator(language, application))
