"""What is searched for: the question without what says where to look, in the texts' own words."""

from __future__ import annotations

import re

from assistant.query import Language, Query, QuestionKind
from assistant.understanding.expected_forms import asked_term
from assistant.understanding.focus import Focus, without_background
from assistant.understanding.named_policy import named_policy
from index.library import Library
from index.text.everyday import official_words
from index.text.morphology import content_words

_RARE = 5.7  # weight of a word that few texts hold: one chunk in three hundred
_OFFICIAL = 3  # words of official texts that stand for one of everyday speech
# What a question says of its own form: 「…という話は」, 「…を並べて見たい」.
_FORM = re.compile(
    r"(?:という|って|との)(?:話|くだり|記述|記載|こと|部分|点)(?:は|が|って|について)?、?"
    r"|(?:と|って)?(?:書いて|書かれて|載って|記されて|触れて|述べて)(?:ある|いる|る|あり|い)(?:のは|もの|ます)?"
    r"|(?:に|で)?(?:出て(?:くる|き|いる)|ある)(?:のは)?(?=\s|[?。]|$)"
    r"|(?:を|と)?(?:する|やる|し(?:て(?:いる|くれる|いく)?)?)(?:って|と)?(?:言って(?:い)?る|書いて(?:い)?る|いう)?"
    r"(?:の|こと|予定|つもり|方針)?(?=\s*(?:です|でしょ|[?。]|$))"
    r"|(?<=[一-鿿ァ-ヶー々])向け(?:に|の|で)?は?"
    r"|\s(?:章|節|項|箇所|ページ)(?=\s|[?。]|$)"
    r"|(?:会議|会合)で(?:話|話題)(?:が|に|も)?(?:出|なっ|上が|あ)[^、。?]*"
    r"|(?:を)?並べて(?:見|教|示|知)\S*|見たい|知りたい|(?<=[」一-鿿])って(?=[、?\s]|$)"
)


def searched_words(query: Query, focus: Focus, library: Library) -> str:
    """What to search for: the term where one is asked for, else all telling words."""
    term = asked_term(query.completed) if query.kind is QuestionKind.DEFINE else None
    if query.language is Language.ENGLISH:
        # The embedder knows words of the question that the word lists render badly.
        return f"{term or focus.question} {query.english}"
    return term or in_words_of_texts(focus, library)


def in_words_of_texts(focus: Focus, library: Library) -> str:
    """The question's matter, with official words beside those that hardly any text holds."""
    bare = named_policy(library).sub(" ", _FORM.sub(" ", without_background(focus.question)))
    bare = " ".join(bare.strip(" 、?。").split()) or focus.question
    # what is done has too many names (付け足す, 直す) for one of them to lead anywhere
    things = {word.normal for word in content_words(bare) if word.part_of_speech != "動詞"}
    rare = (word for word, weight in focus.words if weight >= _RARE and word in things)
    beside = (word for one in rare for word in _official(one, library))
    return " ".join(dict.fromkeys((bare, *beside)))


def _official(word: str, library: Library) -> list[str]:
    """Official words for one of everyday speech, as far as some text has them."""
    words = official_words(word)
    held = library.word_frequencies(words)
    return [other for other, share in zip(words, held, strict=True) if share][:_OFFICIAL]
