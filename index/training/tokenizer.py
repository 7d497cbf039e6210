"""The tokenizer: two Unigram models, Japanese and Latin, merged into one.

Runs of one script are cut before the model sees them, so no piece crosses scripts and the log
probabilities of the two models never compete: merging the vocabularies is exact. Latin pieces may
be longer than Japanese ones, since an English word carries less in a character.
"""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers

from index.training.settings import TrainingSettings
from index.training.sources import POLICY, read_group, read_laws, read_pairs

_JAPANESE = r"\p{Han}+|[\p{Katakana}ー]+|\p{Hiragana}+|[0-9]{1,4}"
_LATIN = r"\p{Latin}+"
_UNKNOWN = "<unk>"
_LONGEST_JAPANESE = 8
_LONGEST_LATIN = 14


def _empty(model: models.Unigram, pattern: str) -> Tokenizer:
    tokenizer = Tokenizer(model)
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Lowercase()])
    tokenizer.pre_tokenizer = pre_tokenizers.Split(Regex(pattern), "removed", invert=True)
    return tokenizer


def _learn(texts: Iterable[str], pattern: str, size: int, longest: int) -> list[tuple[str, float]]:
    tokenizer = _empty(models.Unigram(), pattern)
    trainer = trainers.UnigramTrainer(
        vocab_size=size,
        max_piece_length=longest,
        unk_token=_UNKNOWN,
        special_tokens=[_UNKNOWN],
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    pieces = sorted(tokenizer.get_vocab().items(), key=lambda item: item[1])
    scores = _scores(tokenizer)
    return [(piece, scores[piece]) for piece, _ in pieces if piece != _UNKNOWN]


def _scores(tokenizer: Tokenizer) -> dict[str, float]:
    state = json.loads(tokenizer.to_str())
    return {piece: round(score, 3) for piece, score in state["model"]["vocab"]}


def _japanese_texts(folder: Path, texts: Iterable[str]) -> Iterator[str]:
    # few of the statutes, or their wording would fill the vocabulary; policy text more than once
    yield from (line for number, line in enumerate(read_laws(folder)) if number % 10 == 0)
    yield from texts
    for pair in read_group(folder, POLICY):
        yield from pair * 3


def _latin_texts(folder: Path, texts: Iterable[str]) -> Iterator[str]:
    yield from texts
    for word, meaning in read_pairs(folder, "ejdict"):
        # a common word has many senses: its number stands in for a frequency
        senses = len(re.split(r"[,;/、]", meaning))
        yield " ".join([word] * round(2 * senses**1.5))


def train_tokenizer(folder: Path, texts: list[str], settings: TrainingSettings) -> Tokenizer:
    """Learn the vocabulary.

    Args:
        folder: The training data.
        texts: Distinct texts of the pairs.
        settings: Sizes of the two vocabularies.

    Returns:
        A tokenizer whose id 0 is the unknown token. Method: Kudo (2018), Subword Regularization.
    """
    japanese = _learn(
        _japanese_texts(folder, texts), _JAPANESE, settings.japanese_pieces, _LONGEST_JAPANESE
    )
    latin = _learn(_latin_texts(folder, texts), _LATIN, settings.latin_pieces, _LONGEST_LATIN)
    vocabulary = [(_UNKNOWN, 0.0), *japanese, *latin]
    return _empty(models.Unigram(vocabulary, unk_id=0), f"{_JAPANESE}|{_LATIN}")
