"""Names without what may be left out of them: legal forms, marks of a draft."""

from __future__ import annotations

import re

from index.ids import document_slug

_COMPANY_FORMS = re.compile(
    r"株式会社|有限会社|合同会社|\((?:株|有|一社|公社|一財|公財|特非|独|国研)\)"
    r"|(?:一般|公益)?(?:社団|財団)法人|(?:特定非営利活動|NPO)法人|独立行政法人"
)
_DRAFT_MARK = re.compile(r"\((?:案|素案|原案|仮称|改定版|概要)\)$")


def submitter_core(name: str) -> str:
    """A submitter's name without its legal form, for comparison."""
    return _COMPANY_FORMS.sub("", document_slug(name)).replace("|", "").casefold()


def title_core(title: str) -> str:
    """A title without the mark of a draft."""
    slug = document_slug(title)
    while (shorter := _DRAFT_MARK.sub("", slug)) != slug:
        slug = shorter
    return slug
