"""Cuts EJDict down to the English words and Japanese renderings that ship with the assistant.

`python -m index.training.dictionary --data DATA --out FILE` makes
`assistant/understanding/from_english/words.tsv.gz`.

Of EJDict (kujirahand/EJDict, CC0) and of the English synonyms in SudachiDict (Apache-2.0)
remain everyday words and the renderings that the Japanese training texts use; the texts only
decide what remains, nothing of them is written.
"""

import argparse
import gzip
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from index.training.sources import read_laws, read_pairs

_TEXTS = (
    *("jaquad", "mirai", "mastg", "top10", "ami", "jsquad_test", "wiki_ict", "lawqa"),
    "mirai_ict",
)
_HEADWORD = re.compile(r"[A-Z]?[a-z][a-z-]+(?: [a-z]+)?")
_NOTE = re.compile(r"\([^)]*\)|《[^》]*》|〈[^〉]*〉")
_OBJECT = re.compile(r"^(?:\.\.\.|…|[をにのがへでと])+")
_ENDING = re.compile(r"(?<=[一-鿿々])(?:する|な|の|した|に)$")
_RENDERING = re.compile(r"(?![ぁ-ん]+$)[一-鿿々ァ-ヶーぁ-ん]{2,8}|[一-鿿]")
_KANJI = re.compile(r"[一-鿿]")  # alone it stands in many words: no count tells its use
_RUN = re.compile(r"[一-鿿々ァ-ヶーぁ-ん]+")
_LONGEST = 8
_LEAST_USED = 5  # times
_RENDERINGS = 8  # of one word


def renderings(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Each headword with its short renderings, in the order of the dictionary."""
    found: dict[str, list[str]] = {}
    for english, sense in pairs:
        japanese = _ENDING.sub("", _OBJECT.sub("", _NOTE.sub("", sense).strip()))
        if not (_HEADWORD.fullmatch(english) and _RENDERING.fullmatch(japanese)):
            continue
        known = found.setdefault(english.casefold(), [])
        if japanese not in known:
            known.append(japanese)
    return found


def translations(synonyms: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The pairs of synonyms of which one is English, that one first."""
    for pair in synonyms:
        english, *others = sorted(pair, key=str.isascii, reverse=True)
        if english.isascii() and not others[0].isascii():
            yield english, others[0]


def used(words: set[str], texts: Iterable[str]) -> Counter[str]:
    """How often each word stands in the texts, as a part of others too."""
    counts: Counter[str] = Counter()
    for text in texts:
        for run in _RUN.findall(text):
            for start in range(len(run)):
                counts.update(
                    run[start:end]
                    for end in range(start + 2, min(start + _LONGEST, len(run)) + 1)
                    if run[start:end] in words
                )
    return counts


def _texts(folder: Path) -> Iterator[str]:
    yield from read_laws(folder)
    for name in _TEXTS:
        yield from (japanese for _, japanese in read_pairs(folder, name))


def write(folder: Path, out: Path) -> None:
    """Write the word list, gzipped: a word, a tab, its renderings with commas between.

    Args:
        folder: The training data, with `pairs/` and `text/`.
        out: The file.
    """
    synonyms = translations(read_pairs(folder, "sudachi_syn"))
    found = renderings((*read_pairs(folder, "ejdict"), *synonyms))
    counts = used({japanese for senses in found.values() for japanese in senses}, _texts(folder))
    lines = []
    for english, senses in sorted(found.items()):
        kept = [
            japanese
            for japanese in senses
            if counts[japanese] >= _LEAST_USED or _KANJI.fullmatch(japanese)
        ]
        if kept:
            lines.append(f"{english}\t{','.join(kept[:_RENDERINGS])}\n")
    out.write_bytes(gzip.compress("".join(lines).encode("utf-8"), 9, mtime=0))


def main() -> None:
    """Read the command line and write the list."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the training data")
    parser.add_argument("--out", type=Path, required=True, help="file to write")
    arguments = parser.parse_args()
    write(arguments.data, arguments.out)


if __name__ == "__main__":
    main()
