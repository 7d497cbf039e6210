"""What a reply says came of a comment."""

from __future__ import annotations

import pytest

from index.documents import Outcome, SubmitterKind
from index.parsers.outcomes import classify_reply
from index.parsers.submitters import mend_spaces, signature_of, submitter_kind


@pytest.mark.parametrize(
    ("reply", "outcome", "evidence"),
    [
        ("御指摘を踏まえ、以下のとおり修正します。", Outcome.REVISED, "以下のとおり修正します"),
        ("ご意見を踏まえ追記いたしました。", Outcome.REVISED, "追記いたしました"),
        ("「速く」を「早く」に改めます。", Outcome.REVISED, "に改めます"),
        ("参考とします。なお、表現は修正しました。", Outcome.REVISED, "修正しました"),
        ("重要と考えますが、原案どおりとさせていただきます。", Outcome.UNCHANGED, None),
        ("修正は行いません。", Outcome.UNCHANGED, "修正は行いません"),
        ("本案への御賛同として承りました。", Outcome.AGREEMENT, None),
        ("賛成いただき感謝します。今後の参考とします。", Outcome.AGREEMENT, None),
        ("今後の検討の参考とさせていただきます。", Outcome.FOR_REFERENCE, None),
        ("3.2に記載しており、参考にいたします。", Outcome.FOR_REFERENCE, None),
        ("御趣旨は第2章に既に盛り込んでいます。", Outcome.ALREADY_COVERED, "盛り込んでいます"),
        ("5.1において「速やかに行う」としています。", Outcome.ALREADY_COVERED, None),
        ("事業者の判断によるものです。", Outcome.EXPLAINED, ""),
        ("", Outcome.EXPLAINED, ""),
    ],
)
def test_words_of_the_reply_decide(reply: str, outcome: Outcome, evidence: str | None) -> None:
    verdict = classify_reply(reply)
    assert verdict.outcome is outcome
    assert verdict.evidence in reply
    if evidence is not None:
        assert verdict.evidence == evidence


@pytest.mark.parametrize(
    "reply",
    [
        "「対象を修正します。」との記述は例示です。",
        "総額は記載しておりません。",
        "修正しません。理由は次のとおりです。",
        "別の計画を追加的に検討します。",
        "担当が異なります。なお、別の指針に記載しています。",
    ],
)
def test_quotes_denials_and_asides_decide_nothing(reply: str) -> None:
    assert classify_reply(reply).outcome in (Outcome.EXPLAINED, Outcome.UNCHANGED)
    assert classify_reply(reply).outcome is not Outcome.REVISED


def test_unclosed_quote_does_not_hide_the_verdict() -> None:
    assert classify_reply("「案の一を修正します。").outcome is Outcome.REVISED


@pytest.mark.parametrize(
    ("printed", "name", "kind"),
    [
        ("個人(11)", "個人(11)", SubmitterKind.INDIVIDUAL),
        ("個人", "個人", SubmitterKind.INDIVIDUAL),
        ("匿名", "匿名", SubmitterKind.INDIVIDUAL),
        ("個人情報保護 協会", "個人情報保護協会", SubmitterKind.ORGANISATION),
        ("水辺 観光 (株)", "水辺観光(株)", SubmitterKind.ORGANISATION),
        ("(株) ACME Japan", "(株)ACME Japan", SubmitterKind.ORGANISATION),
        ("", "", SubmitterKind.UNKNOWN),
    ],
)
def test_submitters(printed: str, name: str, kind: SubmitterKind) -> None:
    assert mend_spaces(printed) == name
    assert submitter_kind(mend_spaces(printed)) is kind


@pytest.mark.parametrize(
    ("opinion", "name"),
    [
        ("灯りを増やすべき。（水辺町内会）", "水辺町内会"),
        ("灯りを増やすべき（5頁）", ""),
        ("理由は安全である（同旨）", ""),
        ("灯りを増やすべき。", ""),
    ],
)
def test_signature_behind_an_opinion(opinion: str, name: str) -> None:
    assert signature_of(opinion) == name
