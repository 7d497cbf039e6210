"""Between frozen dataclasses and rows of the catalog, both ways and without loss."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Protocol, get_origin

import numpy as np
from numpy.typing import NDArray

from index.documents import (
    UNIT_KINDS,
    Attribution,
    Basis,
    Chunk,
    Locator,
    Passage,
    Repair,
    RepairKind,
    Span,
    Unit,
    UnitKind,
)
from index.stores.schema import own_fields, without_none


class Row(Protocol):
    """A row of a table, or of several joined ones."""

    def __getitem__(self, key: str, /) -> Any:
        """The value of a column."""


_UNIT_TYPES: dict[UnitKind, type[Unit]] = {kind: cls for cls, kind in UNIT_KINDS.items()}
_OWN_FIELDS = {kind: own_fields(cls) for kind, cls in _UNIT_TYPES.items()}


@dataclass(frozen=True, slots=True)
class Embedding:
    """What an embedder made of a text.

    Attributes:
        vector: Unit vector, shape (dimension,); None where no token of the text is known.
        tokens: Token ids for late interaction, shape (tokens,); empty where the embedder
            has none.
    """

    vector: NDArray[np.float32] | None
    tokens: NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class ChunkRow:
    """A chunk as the catalog keeps it.

    Attributes:
        chunk: The chunk.
        digest: Hash of all that is searched of it: equal digests have equal embeddings.
        embedding: Its vector and tokens.
    """

    chunk: Chunk
    digest: str
    embedding: Embedding


def encode_spans(spans: tuple[Span, ...]) -> str:
    """`12:45 50:80` for two spans."""
    return " ".join(f"{span.start}:{span.end}" for span in spans)


def decode_spans(written: str) -> tuple[Span, ...]:
    """The spans that `encode_spans` wrote."""
    pairs = (pair.split(":") for pair in written.split())
    return tuple(Span(int(start), int(end)) for start, end in pairs)


def _encode(name: str, value: object) -> dict[str, Any]:
    if isinstance(value, Passage):
        return {name: value.text, f"{name}_spans": encode_spans(value.spans)}
    if isinstance(value, Attribution):
        parts = asdict(value)
        return {f"{name}_{part}": _plain(its) for part, its in parts.items()}
    return {name: list(value) if isinstance(value, tuple) else _plain(value)}


def _plain(value: object) -> object:
    return value.value if isinstance(value, StrEnum) else value


def _decode(name: str, hint: Any, row: Row) -> Any:
    plain = without_none(hint)
    if plain is Passage:
        return Passage(row[name], decode_spans(row[f"{name}_spans"]))
    if plain is Attribution:
        return _decode_attribution(name, row)
    value = row[name]
    if get_origin(plain) is tuple:
        return tuple(value)
    return plain(value) if value is not None and issubclass(plain, StrEnum) else value


def _decode_attribution(name: str, row: Row) -> Attribution:
    return Attribution(
        label=row[f"{name}_label"],
        office=row[f"{name}_office"],
        person=row[f"{name}_person"],
        basis=Basis(row[f"{name}_basis"]),
        evidence=row[f"{name}_evidence"],
        proxy_for=row[f"{name}_proxy_for"],
    )


def encode_unit(unit: Unit, document_id: str) -> dict[str, Any]:
    """What every unit has, as a row of `units`."""
    locator = unit.locator
    return {
        "id": unit.id,
        "document": document_id,
        "kind": unit.kind.value,
        "label": unit.label,
        "heading_path": list(locator.heading_path),
        "page": locator.page,
        "section": locator.section,
        "reading_order": locator.order,
        "parent": unit.parent,
        "also_at": [[passage.text, encode_spans(passage.spans)] for passage in unit.also_at],
        **_encode("passage", unit.passage),
    }


def encode_own_fields(unit: Unit) -> dict[str, Any]:
    """What only its kind has, as a row of the kind's table."""
    row: dict[str, Any] = {"unit": unit.id}
    for name in _OWN_FIELDS[unit.kind]:
        row |= _encode(name, getattr(unit, name))
    return row


def decode_unit(shared: Row, own: Row) -> Unit:
    """The unit of a row of `units` and the row of its kind's table."""
    kind = UnitKind(shared["kind"])
    values = {name: _decode(name, hint, own) for name, hint in _OWN_FIELDS[kind].items()}
    return _UNIT_TYPES[kind](
        id=shared["id"],
        label=shared["label"],
        locator=Locator(
            heading_path=tuple(shared["heading_path"]),
            page=shared["page"],
            section=shared["section"],
            order=shared["reading_order"],
        ),
        passage=_decode("passage", Passage, shared),
        parent=shared["parent"],
        also_at=tuple(Passage(text, decode_spans(spans)) for text, spans in shared["also_at"]),
        **values,
    )


def encode_chunk(row: ChunkRow, position: int) -> dict[str, Any]:
    """A row of `chunks`."""
    return {
        "id": row.chunk.id,
        "unit": row.chunk.unit_id,
        "position": position,
        "heading_path": list(row.chunk.heading_path),
        "digest": row.digest,
        **encode_embedding(row.embedding),
        **_encode("passage", row.chunk.passage),
    }


def decode_chunk(row: Row) -> Chunk:
    """The chunk of a row of `chunks`."""
    passage = _decode("passage", Passage, row)
    return Chunk(row["id"], row["unit"], passage, tuple(row["heading_path"]))


def decode_chunk_row(row: Row) -> ChunkRow:
    """The chunk with its digest, vector and tokens."""
    return ChunkRow(decode_chunk(row), row["digest"], decode_embedding(row))


def encode_embedding(embedding: Embedding) -> dict[str, Any]:
    """The columns `vector` (little-endian float32) and `tokens` (little-endian int32)."""
    vector = embedding.vector
    return {
        "vector": None if vector is None else vector.astype("<f4").tobytes(),
        "tokens": embedding.tokens.astype("<i4").tobytes(),
    }


def decode_embedding(row: Row) -> Embedding:
    """What `encode_embedding` wrote."""
    vector = None if row["vector"] is None else np.frombuffer(row["vector"], dtype="<f4")
    return Embedding(vector, np.frombuffer(row["tokens"], dtype="<i4"))


def encode_repair(repair: Repair) -> dict[str, Any]:
    """What a row of `repairs` says of the repair itself."""
    span = repair.span
    return {
        "kind": repair.kind.value,
        "start": span.start,
        "end": span.end,
        "detail": repair.detail,
    }


def decode_repair(row: Row) -> Repair:
    """The repair of a row of `repairs`."""
    return Repair(RepairKind(row["kind"]), Span(row["start"], row["end"]), row["detail"])
