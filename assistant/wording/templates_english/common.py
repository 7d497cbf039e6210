"""Names of things, who speaks, and the lines of the terminal."""

TEMPLATES = {
    "意見{key}": "comment {key}",
    "脚注{number}": "footnote {number}",
    "第{number}回": "meeting {number}",
    "第{meeting}回の議事要旨": "the minutes of meeting {meeting}",
    "『{title}』": "『{title}』",
    "「{title}」": "「{title}」",
    "（{label}）": " ({label})",
    "{label}「{title}」": "{label}「{title}」",
    "{label}: {speaker}": "{label}: {speaker}",
    "{body}第{meeting}回（{date}）": "{body} meeting {meeting} ({date})",
    "日付の記載なし": "no date given",
    "記載なし": "not stated",
    "（確認できず）": "(could not be verified)",
    "{year}年{month}月{day}日": "{day} {month:month} {year}",
    "{year}年{month}月": "{month:month} {year}",
    "{year}年": "{year}",
    "{year}年度": "fiscal {year}",
    # people
    "{name}（{offices}）": "{name} ({offices})",
    "{person}（{office}）": "{person} ({office})",
    "{person}（{office}、{proxy_for}の代理出席）": (
        "{person} ({office}, attending as proxy for {proxy_for})"
    ),
    "{person}　{proxy_for}の代理出席": "{person}, attending as proxy for {proxy_for}",
    "{person}　代理が出席": "{person}, represented by a proxy",
    "発言者は{person}です（議事要旨に発言者名の記載あり）。": (
        "The speaker is {person} (named in the minutes)."
    ),
    "発言者は{person}です（見出し「{evidence}」による）。": (
        "The speaker is {person} (by the heading 「{evidence}」)."
    ),
    "議事要旨に発言者名の記載はありません。発言中の「{evidence}」から、"
    "{person}の発言と推定されます。": (
        "The minutes do not name the speaker. From the words 「{evidence}」 in the remark, "
        "it is presumably by {person}."
    ),
    "議事要旨に発言者名の記載はありません。発言中の「{evidence}」と直前の段落の発言から、"
    "{person}の発言と推定されます。": (
        "The minutes do not name the speaker. From the words 「{evidence}」 in the remark and "
        "from the paragraph before it, it is presumably by {person}."
    ),
    "議事要旨に発言者名の記載はありません。誰の発言かは、この資料からは特定できません。": (
        "The minutes do not name the speaker. Who said this cannot be determined from this "
        "document."
    ),
    # what search found
    "質問に当てはまりうる箇所が{count}つあります。": (
        "{count:passage|passages} may be the one you are asking about."
    ),
    "質問に当てはまりうる意見が{count}つあります。": (
        "{count:comment|comments} may be the one you are asking about."
    ),
    "{figures}と記載されています。": "The document says {figures}.",
    "「{term}」については、{label}に次の記載があります。": ("On 「{term}」, {label} says:"),
    "お尋ねの内容に最も近いのは、「{term}」の説明です。": (
        "What you describe comes closest to the explanation of 「{term}」."
    ),
    "{label}に、次の記載があります。": "{label} says:",
    "{topic}について、": "on “{topic}”, ",
    "{about}{place}に次の記載があります。": "{about}the following is written in {place}.",
    "{names}には、次の記載があります。": "The following is written in {names}.",
    "{name}には、次の記載があります。": "The following is written in {name}.",
    "{name}には、これについての記載が見つかりませんでした。": (
        "Nothing on this was found in {name}."
    ),
    # the terminal
    "（一部のみ回答）": "(answered in part)",
    "（収録文書に記載なし）": "(not in the documents held)",
    "（質問の前提が収録文書と異なります）": (
        "(the question takes something for granted that the documents do not bear out)"
    ),
    "（質問を絞ってください）": "(please narrow the question)",
    "（対象外の質問）": "(outside what the documents deal with)",
    "記載あり": "named",
    "見出し": "by the heading",
    "推定": "presumed",
    "質問の補い: {completed}": "Understood as: {completed}",
    "典拠": "Sources",
    "{page}ページ": "page {page}",
    "目次 {printed_page}ページ": "contents page {printed_page}",
    "発言者: {basis}": "speaker: {basis}",
}
