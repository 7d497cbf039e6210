"""A sentence that only opens a list comes with its items: 「本部は、」 says nothing alone."""

from __future__ import annotations

import re

from index.documents import Passage, Section

_OPENS = re.compile(
    r"(?:は|を|に|として)[、:：]?\s*$|(?:次|以下)の(?:とお|通|事項|項目|措置|取組|施策|方針|点)"
)
_ITEM = re.compile(r"\s*(?:[-・●■□◆▲➤]|[①-⑳]|\(\d+\)|（[0-9０-９]+）|[ア-ンa-z][.．)])")
_LONGEST = 900  # characters


def with_its_items(section: Section, sentence: Passage) -> Passage:
    """The sentence and the lines of the list that it opens; itself where it opens none.

    Args:
        section: The section it stands in.
        sentence: A slice of the section's passage.
    """
    whole = section.passage
    start = whole.text.find(sentence.text)
    if start < 0 or not _OPENS.search(sentence.text):
        return sentence
    end = position = start + len(sentence.text)
    for line in whole.text[position:].splitlines(keepends=True):
        position += len(line)
        if line.strip() and not _ITEM.match(line):
            break
        if line.strip():
            end = position
    if end == start + len(sentence.text) or end - start > _LONGEST:
        return sentence
    return whole.slice(start, end).strip()
