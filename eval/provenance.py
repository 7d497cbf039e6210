"""What a run was made with, and the file beside its results that says so."""

from __future__ import annotations

import hashlib
import json
from importlib.resources import files
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

import assistant
from eval.cases import CaseSet
from eval.records import Provenance
from index.entries import recipe
from index.errors import UsageError
from index.intake import parser_fingerprint
from index.library import Library

#: Raised by hand when a metric changes its meaning: older scores then compare no more.
SCORER_VERSION = "1"

_PROGRAM = frozenset({".py", ".tsv", ".gz"})  # modules, and tables of words
_PROVENANCE = TypeAdapter(Provenance)


def provenance_of(
    library: Library, case_set: CaseSet | None, set_name: str, chat_model: str | None = None
) -> Provenance:
    """What a run over a library is made with.

    Args:
        library: What is asked.
        case_set: The cases; None where their expectations are not known.
        set_name: Name of the set.
        chat_model: Name of the chat model, None for extractive answers.
    """
    embedder = library.state.embedder
    return Provenance(
        set_name=set_name,
        cases=cases_hash(case_set) if case_set else "",
        corpus=corpus_hash(library),
        index=_hash(parser_fingerprint(), recipe(), embedder.fingerprint),
        prompts=_prompts_hash(),
        embedder=embedder.name,
        chat_model=chat_model,
        scorer=SCORER_VERSION,
        assistant=code_hash(Path(assistant.__file__).parent),
    )


def cases_hash(case_set: CaseSet) -> str:
    """Hash of all that the cases ask and expect, in their order; comments do not count."""
    return _hash(*(json.dumps(case.model_dump(mode="json")) for case in case_set.cases))


def corpus_hash(library: Library) -> str:
    """Hash of the documents: ids and files' sha256, wherever the files lie."""
    records = library.catalog.documents()
    return _hash(*sorted(f"{record.id} {record.sha256}" for record in records))


def provenance_path(results: Path) -> Path:
    """The file that holds the provenance of a results file."""
    return results.with_name(results.name + ".meta.json")


def write_provenance(provenance: Provenance, results: Path) -> None:
    """Write the provenance beside a results file."""
    text = _PROVENANCE.dump_json(provenance, indent=2).decode()
    provenance_path(results).write_text(text + "\n", encoding="utf-8")


def load_provenance(results: Path) -> Provenance | None:
    """The provenance of a results file; None where there is none, as beside others' results.

    Raises:
        UsageError: The file is there, but cannot be read.
    """
    path = provenance_path(results)
    try:
        return _PROVENANCE.validate_json(path.read_bytes())
    except FileNotFoundError:
        return None
    except OSError as error:
        raise UsageError(f"{path}: 読めません（{error.strerror}）。") from error
    except ValidationError as error:
        raise UsageError(
            f"{path}: 実行の記録として読めません。tenkyo eval run をもう一度実行してください。"
        ) from error


def code_hash(folder: Path) -> str:
    """Hash of the modules of a package and of all packages in it, and of the tables they read.

    Args:
        folder: The folder of the package.
    """
    paths = sorted(path for path in folder.rglob("*") if path.suffix in _PROGRAM)
    return _hash(*(f"{path.relative_to(folder).as_posix()}\n{_content(path)}" for path in paths))


def _content(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _prompts_hash() -> str:
    """Hash of the templates that answers are written with; those of the judge only read them."""
    templates = (
        entry
        for entry in files("prompts").iterdir()
        if entry.name.endswith(".md") and not entry.name.startswith("judge_")
    )
    ordered = sorted(templates, key=lambda entry: entry.name)
    return _hash(*(f"{entry.name}\n{entry.read_text(encoding='utf-8')}" for entry in ordered))


def _hash(*parts: str) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.encode())
        digest.update(b"\0")
    return digest.hexdigest()
