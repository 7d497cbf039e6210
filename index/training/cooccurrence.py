"""The start of training: which tokens stand near which, factorised.

Method: positive pointwise mutual information with smoothed contexts (Levy, Goldberg & Dagan 2015,
Improving Distributional Similarity) and a randomised singular value decomposition (Halko,
Martinsson & Tropp 2011).
"""

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from index.training.encoding import Encoded
from index.training.settings import TrainingSettings

_CONTEXT_POWER = 0.75
_PAIR_WEIGHT = 3.0
_OVERSAMPLING = 24
_POWER_ITERATIONS = 3
_STEP = 4_000_000

Floats = NDArray[np.float32]


def _counted(rows: NDArray[np.int32], columns: NDArray[np.int32], size: int) -> sparse.csr_matrix:
    ones = np.ones(len(rows), dtype=np.float32)
    return sparse.coo_matrix((ones, (rows, columns)), shape=(size, size)).tocsr()


def count_neighbours(texts: Encoded, size: int, window: int) -> sparse.csr_matrix:
    """Count the tokens within `window` places of each other, nearer ones for more.

    Returns:
        A symmetric matrix of shape (size, size); a pair at distance d counts 1 / d.
    """
    owner = np.repeat(np.arange(len(texts), dtype=np.int32), np.diff(texts.starts))
    total = _counted(texts.ids[:0], texts.ids[:0], size)
    for start in range(0, len(texts.ids), _STEP):
        for distance in range(1, window + 1):
            stop = min(start + _STEP, len(texts.ids) - distance)
            here, there = slice(start, stop), slice(start + distance, stop + distance)
            same = owner[here] == owner[there]
            counts = _counted(texts.ids[here][same], texts.ids[there][same], size)
            total = total + counts * np.float32(1 / distance)
    both: sparse.csr_matrix = (total + total.T).tocsr()
    return both


def count_pairs(first: Encoded, second: Encoded, size: int) -> sparse.csr_matrix:
    """Count every token of a text with every token of its translation or synonym.

    Returns:
        A symmetric matrix of shape (size, size); a pair of texts counts the same whatever its
        lengths.
    """
    weight = np.sqrt(np.float32(_PAIR_WEIGHT))
    matrices = []
    for side in (first, second):
        lengths = np.diff(side.starts)
        values = np.repeat(weight / np.sqrt(np.maximum(lengths, 1)), lengths).astype(np.float32)
        matrices.append(sparse.csr_matrix((values, side.ids, side.starts), shape=(len(side), size)))
    product = (matrices[0].T @ matrices[1]).tocsr()
    both: sparse.csr_matrix = (product + product.T).tocsr()
    return both


def positive_information(counts: sparse.csr_matrix) -> sparse.csr_matrix:
    """Turn counts into positive pointwise mutual information, same shape."""
    total = counts.sum()
    rows = np.asarray(counts.sum(axis=1)).ravel() / total
    contexts = np.asarray(counts.sum(axis=0)).ravel() ** _CONTEXT_POWER
    contexts /= contexts.sum()
    cells = counts.tocoo()
    values = np.log(cells.data / total / (rows[cells.row] * contexts[cells.col]))
    keep = values > 0
    return sparse.csr_matrix(
        (values[keep].astype(np.float32), (cells.row[keep], cells.col[keep])), shape=counts.shape
    )


def factorise(matrix: sparse.csr_matrix, settings: TrainingSettings) -> Floats:
    """Return rows U * sqrt(S) of the truncated decomposition, shape (size, dimension)."""
    generator = np.random.default_rng(settings.seed)
    width = settings.dimension + _OVERSAMPLING
    sketch = generator.standard_normal((matrix.shape[1], width), dtype=np.float32)
    basis = matrix @ sketch
    for _ in range(_POWER_ITERATIONS):
        basis = np.linalg.qr(basis)[0]
        basis = matrix @ np.linalg.qr(matrix.T @ basis)[0]
    basis = np.linalg.qr(basis)[0]
    left, values, _ = np.linalg.svd((matrix.T @ basis).T, full_matrices=False)
    rows = (basis @ left)[:, : settings.dimension] * np.sqrt(values[: settings.dimension])
    return np.asarray(rows, dtype=np.float32)


def inverse_document_frequency(texts: Encoded, size: int) -> Floats:
    """Return log(1 + N / (1 + n)) for each token, shape (size,)."""
    matrix = sparse.csr_matrix(
        (np.ones(len(texts.ids), dtype=np.float32), texts.ids, texts.starts),
        shape=(len(texts), size),
    )
    matrix.sum_duplicates()
    frequency = np.bincount(matrix.indices, minlength=size)
    return np.log1p(len(texts) / (1.0 + frequency)).astype(np.float32)


def initial_table(
    counts: sparse.csr_matrix, frequency: Floats, settings: TrainingSettings
) -> Floats:
    """Return rows of the length of their token's weight, shape (size, dimension).

    A token that was never seen gets a random direction; id 0, the unknown token, a zero row.
    """
    rows = factorise(positive_information(counts), settings)
    generator = np.random.default_rng(settings.seed)
    lengths = np.linalg.norm(rows, axis=1)
    unseen = lengths < 1e-6
    rows[unseen] = generator.standard_normal((int(unseen.sum()), rows.shape[1]), dtype=np.float32)
    rows *= (frequency / np.linalg.norm(rows, axis=1))[:, None]
    rows[0] = 0.0
    return rows
