"""German and English texts by gettext: German is the message id, English comes from catalogs.

Results keep both languages, so that whoever reads them later needs no catalog. A missing
translation falls back to German.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Language = Literal["de", "en"]
LANGUAGES: tuple[Language, ...] = ("de", "en")

_PACKAGE_CATALOG = Path(__file__).parent / "locale" / "en" / "autograder.po"
_english: dict[str, str] = {}
_loaded: set[Path] = set()


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence in both languages."""

    de: str
    en: str

    def __getitem__(self, language: Language) -> str:
        return self.de if language == "de" else self.en


def add_catalog(path: Path) -> None:
    """Make the English sentences of a ``.po`` file known to this process (a missing file: none)."""
    if path in _loaded or not path.is_file():
        return
    from babel.messages.pofile import read_po

    with path.open("rb") as file:
        for message in read_po(file, locale="en"):
            if isinstance(message.id, str) and isinstance(message.string, str) and message.string:
                _english[message.id] = message.string
    _loaded.add(path)


def add_sentences(english: Mapping[str, str]) -> None:
    """Make translations known by German sentence, where there is no catalog on disk."""
    _english.update(english)


def text(german: str, /, **values: object) -> Text:
    """Fill a German sentence and its translation: ``text("Zeile {n}", n=3)``."""
    add_catalog(_PACKAGE_CATALOG)
    english = _english.get(german, german) if german else german
    if not values:
        return Text(german, english)
    return Text(german.format(**values), english.format(**values))
