"""Pseudo-English: Japanese questions put into English word by word.

The training data holds few English questions. A word lexicon learned from the bilingual pairs turns
Japanese ones into bags of English words, paired with the same Japanese passage. Method: IBM model 1
(Brown et al. 1993, The Mathematics of Statistical Machine Translation).
"""

import logging
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from sudachipy import Dictionary, SplitMode

from index.training.settings import TrainingSettings
from index.training.sources import Pair

_CONTENT = {"名詞", "動詞", "形容詞", "形状詞", "副詞", "接尾辞", "接頭辞"}
_LATIN = re.compile(r"[a-z]+(?:-[a-z]+)*")
_KEPT = re.compile(r"[a-z0-9]+")
_FUNCTION_TEXT = """
the the the of of of in in to to for and a an is is are was were what what which who how why when
where did does do has have been by on with about from that this it its as at be there any many much
their they will would should can could into under between
"""
_SPOKEN_TEXT = """
i you he she we us me my our your his her him them these those so or not no if then but just um uh
mm-hmm hmm okay oh yeah yes ah well s t re ll ve m d don didn doesn sort-of kind got get go going
being one ones let thank because know
"""
_FUNCTION_WORDS = _FUNCTION_TEXT.split()
_STOP_WORDS = frozenset(_FUNCTION_WORDS) | frozenset(_SPOKEN_TEXT.split())
_SENSE = re.compile(r"[,;/、;]|\([^)]*\)|《[^》]*》|〈[^〉]*〉|[『』…~]")
_LONGEST_SENSE = 6
_ITERATIONS = 6
_CHOICES = 5
_LONGEST = 40

_log = logging.getLogger(__name__)


class JapaneseWords:
    """Content words of Japanese text in their dictionary spelling."""

    def __init__(self) -> None:
        self._tokenizer = Dictionary(dict="core").tokenizer()

    def split(self, text: str) -> list[str]:
        """Return the short (mode A) content words of a text, normalised."""
        return [
            word.normalized_form()
            for word in self._tokenizer.tokenize(text[:2_000], SplitMode.A)
            if _is_content(*word.part_of_speech()[:2])
        ]


def _is_content(kind: str, detail: str) -> bool:
    return kind in _CONTENT and detail not in ("数詞", "非自立可能", "助動詞語幹")


def is_latin(text: str) -> bool:
    """Tell whether a text is written in Latin letters only."""
    return bool(re.search("[A-Za-z]", text)) and text.isascii()


@dataclass(frozen=True)
class Lexicon:
    """English words for a Japanese word, likeliest first, with their probabilities."""

    entries: dict[str, tuple[list[str], list[float]]]

    def translate(self, words: Iterable[str], generator: np.random.Generator) -> list[str]:
        """Draw one English word for each Japanese word that has any; keep Latin and digits."""
        english: list[str] = []
        for word in words:
            if word in self.entries:
                choices, weights = self.entries[word]
                english.append(choices[generator.choice(len(choices), p=weights)])
            elif _KEPT.fullmatch(word.lower()):
                english.append(word)
        return english


def _numbered(sentences: Sequence[Sequence[str]]) -> tuple[list[str], list[np.ndarray]]:
    names = sorted({word for sentence in sentences for word in sentence})
    number = {name: index for index, name in enumerate(names)}
    return names, [np.array([number[w] for w in s], dtype=np.int64) for s in sentences]


def learn_lexicon(pairs: Sequence[tuple[list[str], list[str]]]) -> Lexicon:
    """Learn English words for Japanese words.

    Args:
        pairs: English words and Japanese words of texts that mean the same.

    Returns:
        The likeliest English words of each Japanese word, those with many senses favoured, so
        that a rare headword does not stand for a common meaning.
    """
    english, english_ids = _numbered([pair[0] for pair in pairs])
    japanese, japanese_ids = _numbered([pair[1] for pair in pairs])
    forward = _expectation(english_ids, japanese_ids, len(english), len(japanese))
    return _best(forward, english, japanese, _commonness(english_ids, len(english)))


def _links(
    english: Sequence[np.ndarray], japanese: Sequence[np.ndarray]
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return every (English word, Japanese word) of every pair and the occurrence it belongs to."""
    first, second, occurrence = [], [], []
    count = 0
    for words, meanings in zip(english, japanese, strict=True):
        first.append(np.repeat(words, len(meanings)))
        second.append(np.tile(meanings, len(words)))
        occurrence.append(count + np.repeat(np.arange(len(words)), len(meanings)))
        count += len(words)
    return np.concatenate(first), np.concatenate(second), np.concatenate(occurrence)


def _certainty(english: Sequence[np.ndarray], japanese: Sequence[np.ndarray]) -> np.ndarray:
    """Weigh each English occurrence: a meaning of one word says more than a description."""
    return np.concatenate(
        [
            np.full(len(words), 1 / (len(words) * len(meanings) ** 1.5))
            for words, meanings in zip(english, japanese, strict=True)
        ]
    )


@dataclass(frozen=True)
class _Translation:
    english: np.ndarray
    japanese: np.ndarray
    probability: np.ndarray


def _expectation(
    english: Sequence[np.ndarray], japanese: Sequence[np.ndarray], size: int, width: int
) -> _Translation:
    first, second, occurrence = _links(english, japanese)
    certainty = _certainty(english, japanese)
    keys, cell = np.unique(second * size + first, return_inverse=True)
    owner = keys // size
    probability = np.full(len(keys), 1.0)
    for _ in range(_ITERATIONS):
        share = probability[cell]
        share = share * (certainty / np.bincount(occurrence, share))[occurrence]
        counts = np.bincount(cell, share, minlength=len(keys))
        probability = counts / np.bincount(owner, counts, minlength=width)[owner]
    return _Translation(keys % size, owner, probability)


def _commonness(english: Sequence[np.ndarray], size: int) -> np.ndarray:
    """Weigh an English word by how often and with how many senses it is listed."""
    listed = np.bincount(np.concatenate(english), minlength=size)
    return np.asarray(np.sqrt(np.minimum(listed, 30)))


def _best(
    table: _Translation, english: list[str], japanese: list[str], commonness: np.ndarray
) -> Lexicon:
    score = table.probability * commonness[table.english]
    order = np.lexsort((-score, table.japanese))
    bounds = np.searchsorted(table.japanese[order], np.arange(len(japanese) + 1))
    entries = {}
    for word, (start, stop) in enumerate(pairwise(bounds)):
        chosen = order[start : min(stop, start + _CHOICES)]
        weights = score[chosen] ** 2
        entries[japanese[word]] = (
            [english[index] for index in table.english[chosen]],
            list(weights / weights.sum()),
        )
    return Lexicon(entries)


def bilingual_words(
    pairs: Iterable[Pair], words: JapaneseWords
) -> list[tuple[list[str], list[str]]]:
    """Split the pairs of an English and a Japanese text into content words; leave out the others.

    Each sense that a dictionary lists becomes a pair of its own: a meaning that is a single word
    is then the strongest evidence there is.
    """
    split = []
    for first, second in pairs:
        if is_latin(second) and not is_latin(first):
            first, second = second, first
        if not is_latin(first) or is_latin(second):
            continue
        english = [w for w in _LATIN.findall(first.lower()) if w not in _STOP_WORDS]
        for sense in _senses(first, second):
            meaning = words.split(sense)
            if english and meaning:
                split.append((english, meaning))
    return split


def _senses(english: str, japanese: str) -> list[str]:
    if len(english.split()) > _LONGEST_SENSE:
        return [japanese]
    return [sense for sense in _SENSE.split(japanese) if sense and sense.strip()]


def _inflected(word: str, generator: np.random.Generator) -> str:
    """Give some words an ending, since dictionaries list none."""
    ending = generator.choice(("", "", "", "", "s", "s", "ed", "ing"))
    if len(word) < 4 or not ending:
        return word
    if word.endswith("y") and ending == "s":
        return word[:-1] + "ies"
    return (word[:-1] if word.endswith("e") and ending != "s" else word) + str(ending)


def _sentence(words: Sequence[str], generator: np.random.Generator) -> str:
    """Put function words between content words, so that the model learns to pass over them."""
    parts: list[str] = []
    for word in words:
        count = generator.integers(0, 3)
        parts += [str(w) for w in generator.choice(_FUNCTION_WORDS, count)]
        parts.append(_inflected(word, generator))
    return " ".join(parts)


def pseudo_english(
    pairs: Sequence[Pair], lexicon: Lexicon, words: JapaneseWords, settings: TrainingSettings
) -> list[Pair]:
    """Return pairs of a pseudo-English text and the Japanese passage, several of each.

    A text with fewer than two words that can be translated is left out.
    """
    generator = np.random.default_rng(settings.seed)
    split = {first: words.split(first)[:_LONGEST] for first, _ in pairs}
    made: list[Pair] = []
    for first, second in pairs:
        for _ in range(settings.translations):
            english = lexicon.translate(split[first], generator)
            if len(english) >= 2:
                made.append((_sentence(english, generator), second))
    _log.info("%d pseudo-English pairs", len(made))
    return made
