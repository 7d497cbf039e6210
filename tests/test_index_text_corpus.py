"""Properties of the text tools and readers on real documents."""

from __future__ import annotations

import pytest

from index.documents import SourceText, join_passages
from index.readers import read
from index.readers.legibility import share_of_letters
from index.text.eras import find_dates
from index.text.keys import find_quote, quote_key
from index.text.sentences import split_sentences
from tests.helpers.folders import CORPUS

FILES = sorted(CORPUS.glob("*.txt"))

pytestmark = pytest.mark.skipif(not FILES, reason="the reference corpus is not on this machine")


@pytest.fixture(scope="module", params=FILES, ids=lambda path: path.name[:3])
def source(request: pytest.FixtureRequest) -> SourceText:
    return read(request.param)


def test_the_corpus_needs_no_repair_to_be_read(source: SourceText) -> None:
    assert source.repairs == ()
    assert source.text.encode() == source.path.read_bytes()


def test_sentences_of_real_documents_join_to_them_and_are_short(source: SourceText) -> None:
    passage = source.passage(0, len(source.text))
    sentences = split_sentences(passage)
    assert join_passages(*sentences) == passage
    assert max(len(sentence.text) for sentence in sentences) <= 500


def test_every_sentence_is_found_where_it_stands_or_before(source: SourceText) -> None:
    passage = source.passage(0, min(len(source.text), 20_000))
    sentences = [sentence.strip() for sentence in split_sentences(passage)]
    for sentence in sentences[::7]:
        if not quote_key(sentence.text):
            continue
        found = find_quote(sentence.text, passage)
        assert found is not None
        assert found.start <= sentence.end
        assert quote_key(found.text) == quote_key(sentence.text)


def test_no_stretch_of_a_real_document_looks_like_garbage(source: SourceText) -> None:
    shares = [share_of_letters(source.text[i : i + 400]) for i in range(0, len(source.text), 400)]
    assert min(share for share in shares if share is not None) > 0.8


def test_the_date_of_each_meeting_is_among_the_dates() -> None:
    dates = {mention.iso for path in FILES for mention in find_dates(read(path).text)}
    assert {"2014-05-19", "2009-06-22", "FY2015"} <= dates
