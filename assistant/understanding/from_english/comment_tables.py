"""English questions that count or list comments, as the Japanese ones the tables know."""

from __future__ import annotations

import re

from assistant.understanding.vocabulary import submitter_core

_COMMENTS = re.compile(
    r"\b(?:comments?|opinions|submissions)\b(?! period)|\bsubmitters?\b", re.IGNORECASE
)
_COUNT = re.compile(r"\bhow many\b|\bnumber of\b", re.IGNORECASE)
_PLACES = re.compile(
    r"\b(?:which|what) (?P<place>sections?|chapters?|parts?|areas?|topics?|fields?)\b",
    re.IGNORECASE,
)
_PLACE_NAMES = {"section": "節", "chapter": "章"}
_SHARE = re.compile(r"\b(?:percentage|share|proportion|percent|%)", re.IGNORECASE)
_CHANGED_BY = re.compile(
    r"^(?:did|has|have)\b.*\b(?:chang|revis|amend|modif)\w*"
    r" (?:anything|something|the (?:draft|text|strategy|plan))\b"
    r".*\b(?:because of|in response to|as a result of|after|following|due to)\b",
    re.IGNORECASE,
)
_MOST = re.compile(r"\bmost\b", re.IGNORECASE)
_LIST = re.compile(
    r"^(?:please )?(?:list|show|give|enumerate|which|what)\b(?!.*\bsay\b)"
    r"(?! (?:was|were|is|are|did) (?:the |its |their )?(?:\w+'s )?(?:repl|respon|answer))",
    re.IGNORECASE,
)
_SENDERS = re.compile(
    r"^(?:who|which (?:companies|organi[sz]ations|groups))\b.*\b(?:submitted|sent|made)\b"
    r"|\b(?:list|names?)\b.*\bsubmitters\b|^(?:who|which) .*\bsubmitters\b",
    re.IGNORECASE,
)
_SENDERS_COUNTED = re.compile(
    r"\bhow many (?:different )?(?:submitters|organi[sz]ations|companies|groups|bodies|firms"
    r"|individuals|people|persons|parties|entities|respondents)\b",
    re.IGNORECASE,
)
_INDIVIDUALS = re.compile(r"\bindividuals?\b|\bprivate (?:persons?|citizens?)\b", re.IGNORECASE)
_ORGANISATIONS = re.compile(
    r"\b(?:organi[sz]ations?|compan(?:y|ies)|groups?|firms?|bod(?:y|ies))\b", re.IGNORECASE
)
_ANYBODY = re.compile(r"\b(?:people|persons|individuals) (?:and|or)\b", re.IGNORECASE)
_MORE = re.compile(r"\b(?:more|fewer|less)\b", re.IGNORECASE)
_BREAKDOWN = re.compile(r"\bbreakdown\b|\bby outcome\b|\bper outcome\b", re.IGNORECASE)
_BY_SUBMITTER = re.compile(r"\b(?:per|by each|for each|each) submitter\b", re.IGNORECASE)
_BOUNDS = (
    (re.compile(r"\b(?:only|just|exactly|a single) (?:one|1|comment)\b", re.IGNORECASE), "1件だけ"),
    (re.compile(r"\b(?:at least|no fewer than) (?P<least>\d+)\b", re.IGNORECASE), "{}件以上"),
    (re.compile(r"\b(?P<least>\d+) or more\b", re.IGNORECASE), "{}件以上"),
    (re.compile(r"\bmore than (?P<above>\d+)\b", re.IGNORECASE), "{}件以上"),
    (
        re.compile(r"\b(?:at least two|two or more|more than one|several)\b", re.IGNORECASE),
        "2件以上",
    ),
)
_CHANGED = r"(?:revis|chang|amend|modif|adopt|accept|reflect|taken up|incorporat|led to)\w*"
_BREAKDOWNS = (
    (_BY_SUBMITTER, "提出者別の意見の件数を挙げてください"),
    (_BREAKDOWN, "意見の対応別の内訳は何件ですか"),
)
_OUTCOMES = (
    (
        rf"\b(?:not|no|never|without)\b[^.?]*\b{_CHANGED}|\bun(?:changed|revised)\b",
        "修正されなかった",
    ),
    (r"\b(?:reject|dismiss|declin|refus)\w*|\bturned down\b", "修正されなかった"),
    (rf"\b{_CHANGED}", "修正された"),
    (r"\b(?:agree|support|approv|endors|welcom)\w*|\bin favou?r\b|\bback(?:ed|ing)\b", "賛同の"),
    (r"\breference\b", "今後の参考とされた"),
    (r"\balready (?:covered|addressed|included|reflected)\b", "既に記載されている"),
    (
        r"\b(?:draft|text)\b[^.?]*\b(?:kept|keeps?|maintained|as it (?:is|was)|as is)\b",
        "原案のとおりとされた",
    ),
    (r"\bexplain\w*|\bexplanation\b", "考え方の説明のみの"),
)
# 「asked for changes」 is what every comment does; 「of the 83 comments」 is all of them
_WISHED = re.compile(
    r"\b(?:ask(?:s|ed|ing)?(?: for)?|call(?:s|ed|ing)? for|request\w*|want\w*|seek(?:s|ing)?|sought"
    r"|suggest\w*|propos\w*)\b(?: (?:a|an|any|the|some|to))?"
    r" (?:changes?|revisions?|amendments?|modifications?|revise|amend|change)\b",
    re.IGNORECASE,
)
_SO_MANY = re.compile(
    r"(?:(?<='s )|(?<=\bof )|(?<=\bof the )|(?<=\bof all )|(?<=\btheir ))\d+ "
    r"(?=(?:public )?comments\b)",
    re.IGNORECASE,
)
_ANY = re.compile(r"^(?:did|was|were|has|have|is|are) (?:any|some|there any)\b", re.IGNORECASE)
_SECTION = re.compile(r"第\d+章|(?<![\d.-])\d+(?:\.\d+)+(?:\(\d+\))?[ivx]*|\d+\(\d+\)[ivx]*")
_NAMED_COMMENT = re.compile(r"意見\d")
# What is left of such a question when its words of asking are out; anything else is a topic.
_ASKING = re.compile(
    r"\b(?:how|many|which|what|who|list|show|give|enumerate|please|all|every|each|me|the|a|an|of|on"
    r"|in|to|for|from|by|with|about|were|was|are|is|did|do|does|have|has|had|been|be|there|that|as"
    r"|and|or|not|no|public|comments?|opinions?|submissions?|submitters?|consultation|draft|text"
    r"|strategy|policy|submit\w*|sent|send|received?|made|make|came|come|most|number|total|result\w*"
    r"|outcomes?|outcome|individuals?|private|persons?|citizens?|people|organi[sz]ations?|compan\w+"
    r"|groups?|firms?|bod(?:y|ies)|parties|entities|respondents?|different|in|more|fewer"
    r"|less|or|revis\w*|chang\w*|amend\w*|modif\w*|adopt\w*|accept\w*|reflect\w*|taken|up"
    r"|incorporat\w*|led|lead|agree\w*|support\w*|favou?r|approv\w*|future|reference|already|covered"
    r"|addressed|included|kept|maintained|simply|only|just|breakdown|per|section|chapter|marked"
    r"|keeps?|keeping|repl(?:y|ies)|whose|answers?|responses?|answered|one|single|least|two|several"
    r"|exactly|who|also|so|marked|says?|saying|as is|government|city|ministry"
    r"|endors\w*|back(?:ed|ing)|welcom\w*|record\w*|express\w*|not(?:ed?|es|ing)|class(?:ed|ified)|treated"
    r"|count(?:ed|s)?|merely|purely|mere|the|ones?|any|some|lead|get|got|actually|really|eventually|finally|whole"
    r"|later|further|consider\w*|reply|replied|taken|than|fewer|at|after|as a result|because"
    r"|would|will|should|reject\w*|dismiss\w*|declin\w*|refus\w*|turned|down|concern\w*"
    r"|relat\w*|touch\w*|refer\w*|deal\w*|cover\w*|address\w*"
    r"|anything|something|because|response|following|due|percentage|share|proportion|percent"
    r"|areas?|topics?|fields?|parts?"
    r"|attract\w*|gather\w*|drew|draw|it|its|under|below|within"
    r"|altogether|overall|in total|names?|caused|left|unchanged|their)\b",
    re.IGNORECASE,
)


def comment_table(question: str, submitters: tuple[str, ...], *, following: bool) -> str | None:
    """The Japanese question for a count or a list of comments; None where it is none.

    Args:
        question: English, with its places and names in Japanese already.
        submitters: Submitters it names, as the catalog writes them.
        following: Whether it speaks of what was asked before (which of them …).
    """
    about = _COMMENTS.search(question) is not None or following
    if not about or _NAMED_COMMENT.search(question) or "回会合" in question:
        return None
    question = _SO_MANY.sub("", _WISHED.sub(" ", question))
    if _topic(question, submitters):
        return None
    if following:
        return f"そのうち{_outcome(question)}ものは{_asked(question)}"
    place = "と".join(_SECTION.findall(question))
    of_all = None if submitters or place else _of_all(question)
    question = _CHANGED_BY.sub("list the changes", question) if _kind(question) else question
    outright = _COUNT.search(question) or _LIST.search(question)
    if of_all or not (outright or (_ANY.search(question) and _outcome(question))):
        return of_all
    prefix = f"{place}に対する" if place else ""
    whose = f"{'・'.join(submitters) or _kind(question)}の"
    outcome = _outcome(question)
    what = f"{prefix}{whose}意見".replace("するの意見", "する意見").removeprefix("の")
    if not outcome:
        return f"{what}は何件ですか" if _COUNT.search(question) else f"{what}をすべて挙げてください"
    if len(_COUNT.findall(question)) > 1:
        return f"{what}は何件で、そのうち{outcome}ものは何件ですか"
    return f"{what}で、{outcome}ものは{_asked(question)}"


def _of_all(question: str) -> str | None:
    """What is asked of all comments or all who sent one."""
    kind = _kind(question)
    if not kind and _INDIVIDUALS.search(question):
        return _of_both_kinds(question)
    if _SHARE.search(question) and kind:
        return f"意見のうち{kind}のものは何件ですか"
    place = _PLACES.search(question)
    if place and _MOST.search(question):
        name = _PLACE_NAMES.get(place["place"].casefold().rstrip("s"), "分野")
        return f"意見が最も多い{name}はどこですか"
    bound = next(filter(None, (_bound(form, words, question) for form, words in _BOUNDS)), "")
    if bound:
        return f"意見を{bound}出した{kind or '提出者'}を全て挙げてください"
    if _MOST.search(question):
        return f"意見を最も多く提出した{kind or '提出者'}は誰ですか"
    if _SENDERS_COUNTED.search(question):
        if len(_COUNT.findall(question)) > 1:
            return f"{kind}の意見は何者から何件寄せられましたか".removeprefix("の")
        return f"意見を提出した{kind or '提出者'}は何者ですか"
    listing = next((words for form, words in _BREAKDOWNS if form.search(question)), None)
    if listing:
        return listing
    if _SENDERS.search(question):
        return f"{kind}の意見の提出者の一覧を挙げてください".removeprefix("の")
    return None


def _bound(form: re.Pattern[str], words: str, question: str) -> str:
    """2件以上, where a question has such a bound on how many."""
    match = form.search(question)
    if match is None:
        return ""
    numbers = match.groupdict()
    return words.format(numbers.get("least") or int(numbers.get("above") or 0) + 1)


def _of_both_kinds(question: str) -> str | None:
    """Individuals beside organisations."""
    if _MORE.search(question):
        return "個人と企業・団体では意見の数はどちらが多いですか"
    return "個人と企業・団体の意見はそれぞれ何件ですか" if _COUNT.search(question) else None


def _topic(question: str, submitters: tuple[str, ...]) -> str:
    rest = question
    for form, _ in _BOUNDS:
        rest = form.sub(" ", rest)
    for name in (form for one in submitters for form in (one, submitter_core(one))):
        rest = re.sub(re.escape(name), " ", rest, flags=re.IGNORECASE)
    rest = _ASKING.sub(" ", _SECTION.sub(" ", rest))
    rest = re.sub(r"\b(?:them|these|those|which)\b", " ", rest, flags=re.IGNORECASE)
    return re.sub(r"[^\w]|\bs\b", "", rest)


def _asked(question: str) -> str:
    return "何件ですか" if _COUNT.search(question) else "どれですか、すべて挙げてください"


def _outcome(question: str) -> str:
    return next((name for form, name in _OUTCOMES if re.search(form, question, re.IGNORECASE)), "")


def _kind(question: str) -> str:
    """個人 or 企業・団体, where the question confines itself to one of them."""
    named = [
        kind
        for kind, words in (("個人", _INDIVIDUALS), ("企業・団体", _ORGANISATIONS))
        if words.search(question)
    ]
    return named[0] if len(named) == 1 and not _ANYBODY.search(question) else ""
