"""The languages of the page."""

from __future__ import annotations

from assistant.query import Language
from ui.page.texts_english import ENGLISH
from ui.page.texts_japanese import JAPANESE

TEXTS = {Language.JAPANESE: JAPANESE, Language.ENGLISH: ENGLISH}
