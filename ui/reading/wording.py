"""The labels of the pages, Japanese and English."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.query import Language
from assistant.wording import frames as wording
from index.documents import Attribution, Basis, Comment, DocumentKind, Outcome, Unit, Utterance
from index.stores.records import DocumentRecord, RepairCount
from ui.listing import KINDS, REPAIRS

_ENGLISH_KINDS = {
    DocumentKind.MINUTES: "Minutes",
    DocumentKind.POLICY: "Policy",
    DocumentKind.COMMENTS: "Public comments",
    DocumentKind.SLIDES: "Slides",
    DocumentKind.COVER: "List of materials",
}
_ENGLISH_OUTCOMES = {
    Outcome.REVISED: "Revised",
    Outcome.UNCHANGED: "Unchanged",
    Outcome.ALREADY_COVERED: "Already covered",
    Outcome.FOR_REFERENCE: "For reference",
    Outcome.AGREEMENT: "Agreement",
    Outcome.EXPLAINED: "Explained",
}
_BASES = {
    Basis.PRINTED: ("記載あり", "printed"),
    Basis.HEADING: ("見出し", "from the heading"),
    Basis.SELF_REFERENCE: ("推定", "inferred"),
    Basis.NONE: ("記載なし", "not recorded"),
}
_LABELS = {
    "about": ("この節について", "About this section"),
    "all": ("すべて", "All"),
    "ask": ("質問する", "Ask"),
    "attended_not": ("欠席（代理が出席）", "absent (proxy attended)"),
    "back": ("本文へ戻る", "Back to the text"),
    "body": ("発行主体", "Body"),
    "changed_words": ("修正後の文言", "New wording"),
    "changes": ("この節を変えた意見", "Comments that changed this section"),
    "comment": ("意見", "Comment"),
    "comments": ("この節を該当箇所とする意見", "Comments on this section"),
    "comments_count": ("意見", "comments"),
    "contents": ("目次", "Contents"),
    "date": ("日付", "Date"),
    "decides": ("対応を決める語句", "words that decide the outcome"),
    "definition": ("定義", "Definition"),
    "documents": ("文書", "Documents"),
    "empty": ("該当するものはありません。", "Nothing found."),
    "event": ("出来事", "Event"),
    "evidence": ("根拠", "Evidence"),
    "file": ("出典ファイル", "Source file"),
    "former_words": ("修正前の文言", "Former wording"),
    "glossary": ("用語集", "Glossary"),
    "glossary_lead": (
        "文書が自ら定めている用語・略語・正式名称です。どの文書のどこに書かれているかを示します。",
        "Terms, abbreviations and long forms that the documents themselves define.",
    ),
    "hide_repairs": ("補修箇所を隠す", "Hide repairs"),
    "home": ("典拠", "Tenkyo"),
    "kind": ("種類", "Kind"),
    "lane_comments": ("意見募集", "Comments"),
    "lane_decision": ("決定", "Decisions"),
    "lane_document": ("文書", "Documents"),
    "lane_meeting": ("会合", "Meetings"),
    "long_form": ("正式名称・原語", "Long form"),
    "meeting": ("会合", "Meeting"),
    "mentions": ("ほかの文書で触れている箇所", "Mentioned elsewhere"),
    "menu": ("メニュー", "Menu"),
    "more_places": ("同じ文書のほか{}か所", "{} more in the same document"),
    "name": ("氏名", "Name"),
    "narrow": ("絞り込む", "Apply"),
    "newly_worded_partly": ("一部が異なる形で記載", "worded slightly differently"),
    "no_date": ("日付の記載なし", "no date printed"),
    "no_reply": ("回答の記載なし", "no reply printed"),
    "no_submitter": ("提出者名の記載なし", "no submitter printed"),
    "not_held": ("収録なし", "not held"),
    "note": ("脚注", "Note"),
    "number": ("番号", "No."),
    "number_meeting": ("第{}回", "No. {}"),
    "office": ("役職", "Office"),
    "opinion": ("意見", "Opinion"),
    "original": ("原本（PDF）を開く", "Open the original PDF"),
    "other_places": ("ほか{}か所", "{} more"),
    "outcome": ("対応", "Outcome"),
    "page": ("{}ページ", "p. {}"),
    "pages_printed": ("ページ", "Pages"),
    "plot": ("年表の図。同じ内容の表が下にあります。", "Plot; the table below says the same."),
    "proxy": ("{}の代理", "proxy for {}"),
    "quoted": ("引用箇所", "quoted words"),
    "reading": ("読む", "Reading room"),
    "reason": ("理由", "Reason"),
    "repaired": ("補修", "Repairs"),
    "repairs_lead": (
        "取り込みの際に本文から外したもの、つないだ箇所の数です。本文の文字は変えていません。",
        "What was left out or joined when the file was read. The text itself is unchanged.",
    ),
    "reply": ("考え方（回答）", "Reply"),
    "revised_count": ("修正", "revised"),
    "roster": ("出席者", "Roster"),
    "sample": ("見本の文書", "Sample document"),
    "sample_lead": (
        "架空の市の見本です。実在の文書ではありません。",
        "A sample about an invented city, not a real document.",
    ),
    "search": ("検索", "Search"),
    "see": ("本文 {}", "text {}"),
    "show_repairs": ("本文中に補修箇所を表示", "Show repairs in the text"),
    "skip": ("本文へ移動", "Skip to the text"),
    "sort": ("並べ替え", "Sort by"),
    "speaker": ("発言者", "Speaker"),
    "submitter": ("提出者", "Submitter"),
    "target": ("該当箇所", "On"),
    "targets_below": ("下位の節への意見{}件", "{} more on the sections below"),
    "terms": ("この文書が定める用語", "Terms this document defines"),
    "term": ("用語", "Term"),
    "to_below": ("下位の節に", "below:"),
    "timeline": ("年表", "Timeline"),
    "timeline_lead": (
        "文書に記された日付による、会合・決定・文書の一覧です。",
        "Meetings, decisions and documents by the dates that they print.",
    ),
    "vague": (
        "破線の印は、日付が年又は月までしか記されていないものです。",
        "A dashed marker: only the year or month is printed.",
    ),
    "title": ("題名", "Title"),
    "undated": ("日付の記載がない文書", "Documents without a date"),
    "units": ("収録", "Holds"),
    "warnings": ("注意", "Note"),
    "year": ("年", "Year"),
}


@dataclass(frozen=True, slots=True)
class Words:
    """The labels in one language."""

    language: Language

    @property
    def query(self) -> str:
        """Value of `lang` in addresses; empty in Japanese, which needs none."""
        return "" if self.language is Language.JAPANESE else self.language.value

    def __call__(self, key: str, *values: object) -> str:
        """A label, with values in its places."""
        return self._choose(*_LABELS[key]).format(*values)

    def kind(self, kind: DocumentKind) -> str:
        """Name of a kind of document."""
        return self._choose(KINDS[kind], _ENGLISH_KINDS[kind])

    def outcome(self, comment: Comment) -> str:
        """Name of what came of a comment."""
        names = wording.OUTCOME_NAMES[comment.outcome], _ENGLISH_OUTCOMES[comment.outcome]
        return self._choose(*names)

    def repair(self, count: RepairCount) -> str:
        """A kind of repair with how often it was made."""
        return (
            f"{self._choose(REPAIRS[count.kind], count.kind.value.replace('_', ' '))} {count.count}"
        )

    def basis(self, attribution: Attribution) -> str:
        """On what ground a speaker is named."""
        return self._choose(*_BASES[attribution.basis])

    def speaker(self, unit: Utterance) -> str:
        """Who speaks, as far as the document says."""
        own = unit.attribution
        if own.basis is Basis.NONE:
            return ""
        office = own.office or own.label or ""
        named = f"{own.person}（{office}）" if own.person and office else own.person or office
        return f"{named}　{self('proxy', own.proxy_for)}" if own.proxy_for else named

    def place(self, unit: Unit) -> str:
        """A unit as an official would cite it, shortened within its document."""
        return unit.local_id if not isinstance(unit, Comment) else wording.comment_name(unit)

    def date(self, record: DocumentRecord) -> str:
        """A document's date as far as it is printed."""
        if not record.date:
            return self("no_date")
        if self.language is Language.ENGLISH:
            return record.date
        parts = zip(record.date.split("-"), "年月日", strict=False)
        return "".join(f"{int(number)}{name}" for number, name in parts)

    def _choose(self, japanese: str, english: str) -> str:
        return japanese if self.language is Language.JAPANESE else english
