"""A made-up document with every kind of unit, and a catalog that holds it."""

from pathlib import Path

import numpy as np

from index.chunks import chunk_document, digest
from index.documents import (
    EMPTY_PASSAGE,
    AgendaItem,
    Attribution,
    Basis,
    Comment,
    Document,
    DocumentKind,
    Footnote,
    Locator,
    OfficialTotal,
    Outcome,
    Page,
    Passage,
    Repair,
    RepairKind,
    RosterEntry,
    Section,
    Slide,
    SourceText,
    Span,
    SubmitterKind,
    Utterance,
)
from index.stores.database import change_catalog
from index.stores.records import EmbedderRecord, State
from index.stores.rows import ChunkRow, Embedding
from index.stores.writing import CatalogWriter

STATE = State(1, EmbedderRecord("試験", 4, "指紋"))
TEXT = "一行目の文。\n二行目は改行を\nまたぐ文。\n意見と考え方。\n脚注の文。"


def passage(*spans: tuple[int, int]) -> Passage:
    return Passage(
        "".join(TEXT[start:end] for start, end in spans), tuple(Span(*span) for span in spans)
    )


def place(order: int, **fields: object) -> Locator:
    defaults = {"heading_path": ("第1章", "1. 目的"), "page": None, "section": None}
    return Locator(**{**defaults, **fields}, order=order)


def every_kind_of_unit(name: str) -> tuple:
    """One unit of each kind, with the rare values of each field."""
    return (
        Section(
            id=f"{name}#1",
            label="試験 1",
            locator=place(0, page=3, section="1"),
            passage=passage((0, 6), (7, 14), (15, 20)),
            number="1",
            title="目的",
            level=2,
            printed_page=4,
        ),
        Utterance(
            id=f"{name}#1-発言1",
            label="発言1",
            locator=place(1),
            passage=passage((0, 6)),
            parent=f"{name}#1",
            also_at=(passage((7, 14)), passage((15, 20), (21, 24))),
            number=1,
            attribution=Attribution(
                "○試験大臣", "試験大臣", "試験 太郎", Basis.PRINTED, "根拠", "試験副大臣 花子"
            ),
        ),
        Utterance(
            id=f"{name}#1-段落2",
            label="段落2",
            locator=place(2, heading_path=()),
            passage=passage((7, 14)),
            number=2,
            attribution=Attribution(None, None, None, Basis.NONE),
            is_turn=False,
        ),
        Comment(
            id=f"{name}#意見27-2",
            label="意見27-2",
            locator=place(3),
            passage=passage((21, 28)),
            number=27,
            branch=2,
            submitter="個人(11)",
            submitter_kind=SubmitterKind.INDIVIDUAL,
            target_text="1 目的",
            targets=("1", "5.2.3(1)ii"),
            pages="4～5",
            opinion=passage((21, 23)),
            reason=EMPTY_PASSAGE,
            reply=passage((24, 28)),
            outcome=Outcome.REVISED,
            outcome_evidence="改めます",
            see_also=("10", "27-1"),
        ),
        Footnote(
            id=f"{name}#脚注1",
            label="脚注1",
            locator=place(4),
            passage=passage((29, 34)),
            number=1,
            marker_unit=f"{name}#1",
            marker_offset=5,
        ),
        RosterEntry(
            id=f"{name}#出席者1",
            label="出席者1",
            locator=place(5),
            passage=passage((0, 3)),
            name="試験太郎",
            offices=("試験大臣", "試験担当大臣"),
            group="出席者",
            proxy_for="試験花子",
            attended=False,
        ),
        AgendaItem(
            id=f"{name}#1-議題1",
            label="議題1",
            locator=place(6),
            passage=passage((3, 6)),
            number=1,
            category="決定事項",
        ),
        Slide(
            id=f"{name}#スライド1",
            label="スライド1",
            locator=place(7),
            passage=passage((0, 34)),
            number=1,
            title="",
        ),
    )


def made_document(name: str = "試験文書", path: Path = Path("/試験/文書.txt")) -> Document:
    source = SourceText(
        path=path,
        text=TEXT,
        pages=(Page(1, Span(0, 14)), Page(2, Span(14, len(TEXT)))),
        repairs=(Repair(RepairKind.ENCODING, Span(0, 0), "BOM"),),
        sha256="ab" * 32,
        media_type="application/pdf",
    )
    return Document(
        id=name,
        kind=DocumentKind.POLICY,
        title="試験文書",
        body=None,
        meeting=None,
        date="2024-05",
        source=source,
        span=Span(0, len(TEXT)),
        units=every_kind_of_unit(name),
        repairs=(Repair(RepairKind.LINE_BREAK, Span(14, 15)), Repair(RepairKind.RUBY, Span(1, 2))),
        totals=(OfficialTotal("意見総数", 83, "件", f"{name}#1"),),
        warnings=("確認してください。",),
    )


def chunk_rows(document: Document) -> list[ChunkRow]:
    generator = np.random.default_rng(0)
    return [
        ChunkRow(
            chunk,
            digest(unit, chunk),
            Embedding(generator.random(4, dtype=np.float32), np.array([7, 9], dtype=np.int32)),
        )
        for unit, chunk in chunk_document(document)
    ]


def store(folder: Path, *documents: Document, state: State = STATE) -> None:
    folder.mkdir(exist_ok=True)
    with change_catalog(folder) as connection:
        writer = CatalogWriter(connection)
        for document in documents:
            writer.add_source(document.source.path, "版", [document], chunk_rows(document))
        writer.set_state(state)
