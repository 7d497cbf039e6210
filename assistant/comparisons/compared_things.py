"""The matters that a question sets against one another: 「AとBの違い」, 「A、B、Cはそれぞれ」."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.comparisons.comparing import SIDE_BY_SIDE

# と between things; 「伸ばそうとしている」 and 「置くとされた」 have another
_AND = r"と(?!し|す[るれ]|さ|い[うえいっ]|な[いっらりるれ]|言|思|は|も)"
# 「AとBとで、…はどう違うか」: each has its と
_EACH_MARKED = re.compile(
    rf"(?:(?P<topic>[^、。]{{2,30}}?)(?:は|について|に関して)、)?"
    rf"(?P<one>[^、。]{{2,30}}?){_AND}、?(?P<other>[^、。]{{2,30}}?)"
    rf"{_AND}(?:で|では|とを|を|の間で|の間に)は?、?(?P<rest>[^。]{{2,}})"
)
# 「Aの長さと、Bの長さ。長いのはどちらか」: two nouns, then what is asked of both
_THEN_ASKED = re.compile(
    rf"^(?P<one>[^、。]{{3,30}}?){_AND}、?(?P<other>[^、。]{{3,30}}?)は?[。、]\s*"
    r"(?P<topic>)(?P<rest>[^。]*(?:どちら|どっち|それぞれ|何が違|どう違|どう異な|書き分け|区別)[^。]*)[。?？]?$"
)
_TWO_THINGS = re.compile(
    r"(?:(?P<topic>[^、。]{2,30}?)(?:は|について)、?)?(?P<one>[^、。と]{2,25})と(?P<other>[^、。と]{2,25}?)"
    r"(?:と)?(?:の|では|とで|で|は|を)、?(?:(?:どう|何が|どこが|どのように|どんな点が)?(?:違|異な|比)|違い|差|どう違)"
)
_THING = r"(?:[^、。はがをで]{2,20}|[一-鿿](?=[とや、は]|では))"
_SEVERAL = re.compile(
    rf"(?:^|は、|で、|では、|について、)(?P<things>{_THING}"
    rf"(?:(?:、|と|・|や|及び){_THING}){{1,4}}?)(?:と)?の?(?:[2-5二三四五](?:者|か国|つ|社))?"
    r"(?:は|では|について|を|で|が(?=[^、。]{0,20}それぞれ))、?(?P<rest>[^。]{2,})"
)
# 「ASEAN、欧州、中南米との協力」: what is asked of all of them
_SHARED = re.compile(r"(?P<name>[^の]{2,}?)(?:と|へ|で)?の(?P<topic>.{2,24})")
_BETWEEN = re.compile(r"、|と(?!いう|の)|・|及び|(?<=[一-鿿ァ-ヶー])や(?=[一-鿿ァ-ヶーA-Z])")
_ENDS_AS_NOUN = re.compile(r"(?:[一-鿿々ァ-ヶーA-Za-z0-9)」]|[長高大重多]さ|もの|こと|ところ)\s*$")


@dataclass(frozen=True, slots=True)
class Things:
    """What is set side by side.

    Attributes:
        names: As the question calls each of them.
        topic: What is asked of them all.
        is_topic: Whether the topic stands by itself; else the words of asking are still in it.
    """

    names: tuple[str, ...]
    topic: str
    is_topic: bool


def compared_things(question: str) -> Things | None:
    """The matters a question compares; None where it names none."""
    marked = _EACH_MARKED.search(question) or _THEN_ASKED.search(question)
    if marked and not all(_ENDS_AS_NOUN.search(marked[name]) for name in ("one", "other")):
        marked = None
    several = _SEVERAL.search(question) if SIDE_BY_SIDE.search(question) else None
    of_each = several is not None and several["rest"].startswith("それぞれ")
    match = None if marked or of_each else _TWO_THINGS.search(question)
    if marked:
        names, topic = [marked["one"], marked["other"]], marked["topic"]
        topic = marked["rest"] if topic is None else topic
    elif match:
        names, topic = [match["one"], match["other"]], match["topic"] or ""
    elif several:
        names, topic = _BETWEEN.split(several["things"]), several["rest"]
        if len(names) > 2 and "の" in names[0] and not any("の" in name for name in names[1:]):
            topic = f"{names[0]} {topic}"  # 「対策の体制、米国と英国は…」
            names = names[1:]
        if not all(map(_ENDS_AS_NOUN.search, names)):
            return None
    else:
        return None
    shared = _SHARED.fullmatch(names[-1]) if not any("の" in name for name in names[:-1]) else None
    if shared:
        names[-1], topic = shared["name"], f"{topic} {shared['topic']}".strip()
    return Things(
        tuple(filter(str.strip, names)),
        topic,
        is_topic=bool(match or (marked and marked["topic"] is not None)),
    )
