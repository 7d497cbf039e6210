"""Things side by side: meetings, comments, definitions in several documents."""

TEMPLATES = {
    # meetings
    "{names}を並べると、次のとおりです。": "{names} side by side:",
    "{aspect}は、どちらも{words}です。": "{aspect} is {words} in both.",
    "同じ題名の{aspect}は、どちらの議事要旨にもありません。": (
        "Neither set of minutes has {aspect} of the same title."
    ),
    "{aspect}の数": "number of {aspect}",
    "{first}の方が、{others}より先に開かれています。": "{first} was held before {others}.",
    "{name}が{minutes}分間": "{name} {minutes:minute|minutes}",
    "開始から終了までは、{figures}で、同じです。": (
        "From start to end: {figures}; they took equally long."
    ),
    "開始から終了までは、{figures}で、{first}の方が長くなっています。": (
        "From start to end: {figures}; {first} took longer."
    ),
    "出席者として記載されているのは、{figures}です。": "Listed as attending: {figures}.",
    "どの回にも名前のある者は{number}人で、{names}です。": (
        "{number:person is|people are} listed for every one of these meetings: {names}."
    ),
    "どの回にも出席者として名前のある者はいません。": (
        "Nobody is listed as attending every one of these meetings."
    ),
    "「{role}」に当たる者のうち、どの回にも出席者として名前のある者はいません。": (
        "Of 「{role}」, nobody is listed as attending every one of these meetings."
    ),
    "「{role}」に当たる者のうち、どの回にも名前のある者は{number}人で、{names}です。": (
        "Of 「{role}」, {number:person is|people are} listed for every one of these meetings:"
        " {names}."
    ),
    "（「{role}」に当たる者）": " (「{role}」)",
    "{here}の出席者の欄に名前がある人{role}で、"
    "{there}の出席者の欄に名前がない人はいません（0人）。": (
        "Nobody on the roster of {here}{role} is missing from that of {there} (0 people)."
    ),
    "{here}の出席者の欄に名前がある人{role}のうち、"
    "{there}の出席者の欄に名前がないのは{number}人です。": (
        "Of those on the roster of {here}{role}, {number:person is|people are} not on that of"
        " {there}."
    ),
    "このほか{names}は、{there}の出席者の欄に名前がありますが、代理が出席しています。": (
        "Besides, {names} is on the roster of {there}, but was represented by a proxy."
    ),
    "{what}は、{figures}で、同じです。": "{what}: {figures}, the same.",
    "{what}は、{figures}で、{first}の方が多くなっています。": (
        "{what}: {figures}; {first} has more."
    ),
    "{offices}（{proxy_for}の代理出席）": "{offices} (attending as proxy for {proxy_for})",
    "{offices}（代理が出席: {proxies}）": "{offices} (represented by {proxies})",
    "{name}が{number}{counter}": "{name} {number}",
    "{name}が{number}人": "{name} {number}",
    "{number}人": "{number:person|people}",
    "0人": "0 people",
    "0件": "0",
    "{number}人: {names}": "{number:person|people}: {names}",
    "{number}件: {items}": "{number:item|items}: {items}",
    "{person}（見出しに「{label}」とある）": "{person} (the heading has 「{label}」)",
    "氏名の記載なし（見出しに「{evidence}」とある）": "not named (the heading has 「{evidence}」)",
    "氏名": "name",
    "日時": "date and time",
    "場所": "place",
    "議長": "chair",
    "代理出席": "proxies",
    "決定事項": "decisions",
    "人": "people",
    "件": "items",
    "出席者として記載されている者は、{figures}です。": "Listed as attending: {figures}.",
    "{names}の記載を並べると、次のとおりです。": "What {names} say, side by side:",
    # sections, submitters and outcomes
    "{number}件": "{number:comment|comments}",
    "意見の数": "number of comments",
    "該当箇所にその節又は下の節を挙げている意見の数": (
        "number of comments that name the section or one below it"
    ),
    "「{outcome}」に当たる意見の数": 'number of comments with the outcome "{outcome}"',
    "{name} {target}（{outcome}）": "{name} {target} ({outcome})",
    "題名": "title",
    "本文（冒頭）": "text (beginning)",
    "下の節": "sections below",
    "番号と該当箇所": "number and place",
    "該当箇所の記載なし": "no place given",
    "対応: {outcome}": "outcome: {outcome}",
    "修正後の文言": "new wording",
    "{names}のいずれにも、これについての記載は見つかりませんでした。": (
        "Nothing about this was found in any of {names}."
    ),
    # comments
    "案と決定された版の両方を収録している文書はないため、"
    "意見募集の結果に示された修正を並べます。": (
        "No document is held both as a draft and as adopted, so these are the revisions shown in "
        "the consultation results."
    ),
    "回答で「修正」とされた意見は{number}件です。": (
        'The replies give {number:comment|comments} the outcome "revised".'
    ),
    "{labels}に記載": "stands in {labels}",
    "{labels}に、字句の一部が異なる形で記載": "stands in {labels} in a slightly different form",
    "{name}（{submitter}）": "{name} ({submitter})",
    "修正前": "before",
    "修正後": "after",
    "収録している本文": "text held",
    "意見の内容": "opinion",
    "該当箇所": "place",
    "意見の書き出し": "how the comment begins",
    "回答の書き出し": "how the reply begins",
    "回答": "reply",
    "対応": "outcome",
    "回答に引用なし": "not quoted in the reply",
    "見当たりません": "not found",
    "{names}の対応は、いずれも「{outcome}」です。": '{names} all have the outcome "{outcome}".',
    "対応は、{each}で、異なります。": "The outcomes differ: {each}.",
    "{name}が「{outcome}」": '{name} "{outcome}"',
    # definitions
    "箇所": "place",
    "文書の日付": "date of the document",
    "記載": "wording",
    "「{name}」": "「{name}」",
    "「{term}」については、{label}で次のように説明されています。": (
        "「{term}」 is explained as follows in {label}."
    ),
    "「{term}」は、{names}の略称です。": "「{term}」 stands for {names}.",
    "「{term}」の略称は、{names}です。": "The short form of 「{term}」 is {names}.",
    "文書では「{term}」とも表記されています。": "The documents also write 「{term}」.",
    "{label}は、「{noted}」に付された注です。": "{label} is a note on 「{noted}」.",
    "「{term}」の正式な名称をそのまま示す記載は見つかりませんでした。": (
        "No passage that spells out the full name of 「{term}」 was found."
    ),
    "収録している文書に「{term}」という語はありますが、"
    "その定義や正式名称の記載は見つかりませんでした。": (
        "The documents held use the words 「{term}」, but no definition or full name was found."
    ),
    "「{term}」が使われている箇所（根拠ではありません）: {labels}": (
        "Passages that use 「{term}」 (not as support): {labels}"
    ),
    # what an earlier answer listed
    "先に挙げた{all}件のうち、{what}は{count}件です。": (
        "Of the {all} named before, {what}: {count}."
    ),
    "先に挙げた{count}件の中に、{what}はありません（0件）。": (
        "None of the {count} named before are {what} (0)."
    ),
    "先に挙げたもののほかに、{what}は{count}件です。": (
        "Apart from those named before, {what}: {count}."
    ),
    "先に挙げたもののほかに、当てはまる意見はありません。": (
        "Apart from those named before there is no such comment."
    ),
    "{what}は{count}件です。": "Number of {what}: {count}.",
    "{text}提出者は{senders}です。": "{text} Submitted by {senders}.",
    "「{words}」に触れた{what}": "{what} that mention 「{words}」",
    "{label}の記載は、次のとおりです。": "{label} reads:",
    "{label}の記載は、次のとおりです（長いため始めの部分）。": "{label} begins (it is long):",
    "残りの{count}か所は省いています。": "{count:further place is|further places are} left out.",
    "「{words}」又は同じ意味の語に触れた{what}": (
        "{what} that mention 「{words}」 or a word of the same meaning"
    ),
}
