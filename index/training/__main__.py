"""Trains the model that ships, from the training data to the folder.

`python -m index.training --data DATA --out FOLDER`
"""

import argparse
import logging
from pathlib import Path

from tokenizers import Tokenizer

from index.training.cooccurrence import (
    Floats,
    count_neighbours,
    count_pairs,
    initial_table,
    inverse_document_frequency,
)
from index.training.encoding import encode
from index.training.export import export_model
from index.training.lexicon import JapaneseWords, bilingual_words, learn_lexicon, pseudo_english
from index.training.settings import TrainingSettings
from index.training.sources import (
    BILINGUAL,
    TRANSLATED,
    Pair,
    Source,
    distinct_texts,
    read_group,
    read_laws,
    read_sources,
)
from index.training.tokenizer import train_tokenizer
from index.training.trainer import encode_source, train_table

_log = logging.getLogger("index.training")


def make_english(folder: Path, settings: TrainingSettings) -> Source:
    """Put the questions and headings of the training data into pseudo-English."""
    words = JapaneseWords()
    lexicon = learn_lexicon(bilingual_words(read_group(folder, BILINGUAL), words))
    texts = read_group(folder, TRANSLATED)
    pairs = pseudo_english(texts, lexicon, words, settings)
    return Source("english", settings.english_weight, pairs)


def start_table(
    folder: Path, tokenizer: Tokenizer, english: list[Pair], settings: TrainingSettings
) -> Floats:
    """Return the token rows that training begins with, shape (tokens, dimension)."""
    size = tokenizer.get_vocab_size()
    texts = distinct_texts(read_sources(folder))
    running = encode(tokenizer, [*texts, *read_laws(folder)])
    bilingual = [*read_group(folder, BILINGUAL), *english]
    first = encode(tokenizer, [pair[0] for pair in bilingual], settings.longest_translation)
    second = encode(tokenizer, [pair[1] for pair in bilingual], settings.longest_translation)
    counts = count_neighbours(running, size, settings.window) + count_pairs(first, second, size)
    questions = encode(tokenizer, [*texts, *(pair[0] for pair in english)])
    return initial_table(counts, inverse_document_frequency(questions, size), settings)


def train(folder: Path, out: Path, settings: TrainingSettings) -> None:
    """Run every step and write the model.

    Args:
        folder: The training data, with `pairs/` and `text/`.
        out: Model folder; weights and tokenizer in it are replaced.
        settings: All numbers of the run.
    """
    sources = read_sources(folder)
    tokenizer = train_tokenizer(folder, distinct_texts(sources), settings)
    _log.info("tokenizer of %d pieces", tokenizer.get_vocab_size())
    english = make_english(folder, settings)
    start = start_table(folder, tokenizer, english.pairs, settings)
    _log.info("start table %s", start.shape)
    encoded = [encode_source(tokenizer, s, settings.longest) for s in [*sources, english]]
    export_model(out, train_table(start, encoded, settings), tokenizer)
    _log.info("written to %s", out)


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the training data")
    parser.add_argument("--out", type=Path, required=True, help="model folder to write")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    train(arguments.data, arguments.out, TrainingSettings())


if __name__ == "__main__":
    main()
