"""Every number that shapes the trained model."""

from dataclasses import dataclass


@dataclass(frozen=True)
class TrainingSettings:
    """Settings of one training run; the defaults give the model that ships.

    Attributes:
        seed: Start of every random generator.
        japanese_pieces: Tokens for kanji, kana and digits.
        latin_pieces: Tokens for Latin script.
        dimension: Numbers in a token row.
        window: Tokens to each side that count as neighbours.
        batch_size: Pairs in a batch; each is a negative for all others.
        epochs: Passes over the weighted sources.
        learning_rate: Peak step of Adam.
        warm_up: Share of the steps in which the rate rises.
        token_dropout: Share of tokens left out of a training text.
        scale: Factor on the cosine before the softmax.
        longest: Tokens of a training text that are read.
        longest_translation: The same, where pairs are only counted.
        translations: Pseudo-English versions made of each Japanese text.
        english_weight: Share of the pseudo-English pairs seen in an epoch.
    """

    seed: int = 7
    japanese_pieces: int = 23_000
    latin_pieces: int = 9_000
    dimension: int = 416
    window: int = 5
    batch_size: int = 2_048
    epochs: int = 4
    learning_rate: float = 0.02
    warm_up: float = 0.05
    token_dropout: float = 0.1
    scale: float = 20.0
    longest: int = 256
    longest_translation: int = 64
    translations: int = 2
    english_weight: float = 0.5
