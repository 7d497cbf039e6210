"""Contrastive training of the token table.

Method: multiple-negatives ranking (Henderson et al. 2017, Efficient Natural Language Response
Suggestion) in both directions over the mean of token rows; Adam (Kingma & Ba 2015).
"""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from index.training.encoding import Encoded, encode
from index.training.settings import TrainingSettings
from index.training.sources import Source

_log = logging.getLogger(__name__)
_LOG_EVERY = 50
_SMALLEST_BATCH = 8


@dataclass(frozen=True)
class EncodedPairs:
    """A source, or a batch of one, as token ids.

    Attributes:
        source: Its name.
        weight: Share of the pairs seen in an epoch.
        first: Texts of the query side.
        second: Texts of the passage side.
        first_key: Numbers that are equal where texts are: those are no negatives.
        second_key: The same for the passage side.
    """

    source: str
    weight: float
    first: Encoded
    second: Encoded
    first_key: NDArray[np.int64]
    second_key: NDArray[np.int64]

    def select(self, numbers: NDArray[np.int64]) -> "EncodedPairs":
        """Return the given pairs in the given order."""
        return EncodedPairs(
            self.source,
            self.weight,
            self.first.select(numbers),
            self.second.select(numbers),
            self.first_key[numbers],
            self.second_key[numbers],
        )


def encode_source(tokenizer: Tokenizer, source: Source, longest: int) -> EncodedPairs:
    """Tokenise a source, leaving out pairs of which a side has no token."""
    firsts = [pair[0] for pair in source.pairs]
    seconds = [pair[1] for pair in source.pairs]
    first, second = (encode(tokenizer, side, longest) for side in (firsts, seconds))
    pairs = EncodedPairs(source.name, source.weight, first, second, _keys(firsts), _keys(seconds))
    return pairs.select(np.flatnonzero((np.diff(first.starts) > 0) & (np.diff(second.starts) > 0)))


def _keys(texts: Sequence[str]) -> NDArray[np.int64]:
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(text, len(numbers)) for text in texts], dtype=np.int64)


def _plan(
    source: EncodedPairs, settings: TrainingSettings, generator: np.random.Generator
) -> list[EncodedPairs]:
    """Draw one epoch's batches of a source: its weight in whole passes and a part of one."""
    count, size = len(source.first), settings.batch_size
    whole, rest = divmod(round(source.weight * count), count)
    orders = [generator.permutation(count) for _ in range(whole)]
    orders.append(generator.permutation(count)[:rest])
    return [
        source.select(part)
        for order in orders
        for part in (order[start : start + size] for start in range(0, len(order), size))
        if len(part) >= _SMALLEST_BATCH
    ]


def _epoch(
    sources: Sequence[EncodedPairs], settings: TrainingSettings, generator: np.random.Generator
) -> Iterator[EncodedPairs]:
    batches = [batch for source in sources for batch in _plan(source, settings, generator)]
    yield from (batches[number] for number in generator.permutation(len(batches)))


def _mean_rows(
    table: Tensor, texts: Encoded, dropout: float, generator: np.random.Generator
) -> Tensor:
    """Return the direction of the summed rows of each text, tokens dropped at random."""
    kept = (generator.random(len(texts.ids)) >= dropout).astype(np.float32)
    rows = functional.embedding_bag(
        torch.from_numpy(texts.ids.astype(np.int64)),
        table,
        torch.from_numpy(texts.starts),
        mode="sum",
        per_sample_weights=torch.from_numpy(kept),
        include_last_offset=True,
    )
    return functional.normalize(rows, dim=1)


def _loss(
    table: Tensor, batch: EncodedPairs, settings: TrainingSettings, generator: np.random.Generator
) -> Tensor:
    first = _mean_rows(table, batch.first, settings.token_dropout, generator)
    second = _mean_rows(table, batch.second, settings.token_dropout, generator)
    return _ranking(settings.scale * first @ second.T, batch)


def _ranking(scores: Tensor, batch: EncodedPairs) -> Tensor:
    """Compare each text with its partner against all others of the batch, in both directions."""
    scores = scores.masked_fill(torch.from_numpy(_repeated(batch)), -torch.inf)
    target = torch.arange(len(scores))
    forward = functional.cross_entropy(scores, target)
    return (forward + functional.cross_entropy(scores.T, target)) / 2


def _repeated(batch: EncodedPairs) -> NDArray[np.bool_]:
    same = np.equal.outer(batch.second_key, batch.second_key)
    same |= np.equal.outer(batch.first_key, batch.first_key)
    return same & ~np.eye(len(same), dtype=np.bool_)


def _rate(step: int, steps: int, settings: TrainingSettings) -> float:
    rising = max(1, round(settings.warm_up * steps))
    if step < rising:
        return (step + 1) / rising
    return max(0.0, (steps - step) / (steps - rising))


def train_table(
    start: NDArray[np.float32], sources: Sequence[EncodedPairs], settings: TrainingSettings
) -> NDArray[np.float32]:
    """Train the token table.

    Args:
        start: Rows to begin with, shape (tokens, dimension).
        sources: Encoded pairs; each batch is drawn from one of them.
        settings: Batch size, epochs, rate and the like.

    Returns:
        The trained rows, same shape; row 0 (the unknown token) is zero.
    """
    torch.manual_seed(settings.seed)
    generator = np.random.default_rng(settings.seed)
    table = torch.nn.Parameter(torch.from_numpy(start.copy()))
    optimizer = torch.optim.Adam([table], lr=settings.learning_rate, fused=True)
    per_epoch = sum(1 for _ in _epoch(sources, settings, np.random.default_rng(0)))
    steps = per_epoch * settings.epochs
    step = 0
    for _ in range(settings.epochs):
        for batch in _epoch(sources, settings, generator):
            for group in optimizer.param_groups:
                group["lr"] = settings.learning_rate * _rate(step, steps, settings)
            loss = _loss(table, batch, settings, generator)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
            step += 1
            if step % _LOG_EVERY == 0:
                _log.info("step %d of %d, loss %.3f", step, steps, loss.item())
    trained = table.detach().numpy().copy()
    trained[0] = 0.0
    return trained
