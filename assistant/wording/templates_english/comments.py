"""Comments: who sent them, what came of them, how many there are, where their words stand."""

TEMPLATES = {
    "お尋ねの意見{total}件のうち、当てはまるものはありません（0件）。": (
        "Of the {total} comments asked about, none (0) is such."
    ),
    "お尋ねの意見{total}件のうち、当てはまるものは{count}件です。": (
        "Of the {total} comments asked about, {count:is|are} such."
    ),
    "意見{number}は、枝番号の付いた{count}件から成ります。": (
        "Comment {number} consists of {count:numbered part|numbered parts}."
    ),
    "{wanted}のうち、一覧の記載順で{number}番目（全{count}件）は、{comment}です。": (
        "Number {number} of {wanted} ({count} in all), in the order of the list, is {comment}."
    ),
    "{wanted}は{count}件で、提出者は{senders}者です。": (
        "{wanted}: {count:comment|comments} from {senders:submitter|submitters}."
    ),
    "該当箇所を「全般」とする{what}": "{what} on the whole (「全般」)",
    "該当箇所の記載がない{what}": "{what} with no place printed",
    "名称に「{form}」を含む者": "those with 「{form}」 in the name",
    "{comment}の該当箇所は、「{target}」と記載されています。": (
        "The place that {comment} is on is given as 「{target}」."
    ),
    "{comment}に、該当箇所の記載はありません。": "No place is given for {comment}.",
    "{comment}に、ページの記載はありません。": "No page is given for {comment}.",
    "{comment}のページ数の欄には、{pages}ページとあります。": (
        "The table gives page {pages} for {comment}."
    ),
    "{place}に、意見募集の期間が次のとおり記載されています。": (
        "{place} gives the period of the consultation as follows."
    ),
    "このうち、{wanted}は{count}件です。": "Of these, {count:comment is|comments are} {wanted}.",
    "このうち、{wanted}はありません（0件）。": "Of these, none is {wanted} (0).",
    "このうち、対応が「修正」とされたものはありません（0件）。": (
        "Of these, none led to a revision (0)."
    ),
    "意見": "comments",
    "提出者": "submitters",
    "個人": "individuals",
    "企業・団体": "organisations",
    "提出者の記載がない者": "submitters not named",
    "提出者名のない": "submitters not named",
    "修正": "revised",
    "原案のとおり": "draft kept",
    "記載・対応済み": "already covered",
    "今後の参考": "for future reference",
    "賛同": "agreement",
    "考え方の説明": "explanation only",
    "意見を踏まえて修正することとされています": (
        "the reply says that the text is revised in the light of the comment"
    ),
    "原案のとおりとされ、修正はされていません": "the draft is kept and nothing is revised",
    "既に記載又は対応されているとの回答で、修正するとは書かれていません": (
        "the reply says that this is already covered, and does not say that the text is revised"
    ),
    "今後の参考とするとの回答で、修正するとは書かれていません": (
        "the reply takes it as reference for the future, and does not say that the text is revised"
    ),
    "賛同意見として受け止められ、修正するとは書かれていません": (
        "it is taken as agreement, and the reply does not say that the text is revised"
    ),
    "考え方の説明のみで、修正するとは書かれていません": (
        "the reply only explains the position, and does not say that the text is revised"
    ),
    "{label}は、{outcome}。": "{label}: {outcome}.",
    "{comment}の提出者は{submitter}です。": "{comment} was submitted by {submitter}.",
    "{comment}への回答は次のとおりです。": "The reply to {comment} is as follows.",
    "次の意見（{comment}）の提出者は{submitter}です。": (
        "The following comment ({comment}) was submitted by {submitter}."
    ),
    "{comment}（{submitter}）{place}　対応: {outcome}": (
        "{comment} ({submitter}){place}, outcome: {outcome}"
    ),
    # counts and lists
    "{count}件": "{count:comment|comments}",
    "{count}者": "{count:submitter|submitters}",
    "{senders}から{comments}": "{comments} from {senders}",
    "意見募集には、{figures}の意見が提出されています。": "The consultation received {figures}.",
    "{kind}については、{figures}の意見が提出されています。": "{kind}: {figures}.",
    "意見募集に提出された意見は、一覧から数えると{count}件です。": (
        "The consultation received {count:comment|comments}, counted from the list."
    ),
    "{kind}からの意見は、一覧から数えると{count}件です。": (
        "{kind}: {count:comment|comments}, counted from the list."
    ),
    "収録している意見の一覧から数えた数も、資料に印刷された上の数と一致します。": (
        "Counting the list of comments held gives the same figures as those printed."
    ),
    "収録している意見の一覧に、{wanted}はありません（0件）。": (
        "The list of comments held has no {wanted} (0)."
    ),
    "{whose}の{what}": "{what} from {whose}",
    "{kind}の{what}": "{what} ({kind})",
    "「{outcome}」に当たる意見": 'comments with the outcome "{outcome}"',
    "「{outcome}」に当たらない意見": 'comments without the outcome "{outcome}"',
    "{wanted}は{count}件です。": "Number of {wanted}: {count:comment|comments}.",
    "{label}は、資料にも{count}件と印刷されています。": (
        "For “{label}” the document prints {count} as well."
    ),
    "ご注意ください。{label}は、資料には{count}件と印刷されており、"
    "一覧から数えた{counted}件と一致しません。": (
        "Please note: for “{label}” the document prints {count}, but counting the list gives "
        "{counted}."
    ),
    "ご注意ください。{what}は、資料には{printed}と印刷されていますが、"
    "収録している一覧から数えると{counted}で、一致しません。": (
        "Please note: for {what}, the document prints {printed}, but counting the list held "
        "gives {counted}."
    ),
    "{wanted}が最も多い提出者は{submitter}で、{most}件です。": (
        "The most {wanted} came from {submitter}: {most}."
    ),
    "次に多いのは{submitter}の{count}件です。": "Next comes {submitter} with {count}.",
    "意見{count}件の対応は、回答の文言によると次のとおりです。": (
        "By the words of the replies, the outcomes of the {count:comment|comments} are as follows."
    ),
    "意見の提出者（{kind}）は、次の{count}者です。": (
        "The {count:submitter|submitters} of comments ({kind}):"
    ),
    "意見の提出者は、次の{count}者です。": "The {count:submitter|submitters} of comments:",
    "{submitter}　{count}件": "{submitter}: {count:comment|comments}",
    "{name}　{count}件": "{name}: {count:comment|comments}",
    "{label}　{count}件": "“{label}”: {count:comment|comments}",
    "意見の内容の内訳は、資料に次のとおり印刷されています。": (
        "The document prints the following breakdown of the comments."
    ),
    "{label}は、資料に{count}件と印刷されています。": (
        "For “{label}” the document prints {count:comment|comments}."
    ),
    "一覧の該当箇所に{section}又はその下の節を挙げている意見も、{count}件です。": (
        "The comments in the list that name {section} or a section below it also number {count}."
    ),
    "ご注意ください。一覧の該当箇所に{section}又はその下の節を挙げている意見を数えると"
    "{counted}件で、印刷された{printed}件と一致しません。": (
        "Please note: the comments in the list that name {section} or a section below it number "
        "{counted}, not the {printed} printed."
    ),
    "対応は分かれており、「{names}」です。": "The outcomes differ: “{names}”.",
    "対応は、いずれも「{names}」です。": "The outcome of all of them is “{names}”.",
    "回答が「{words}」で始まる{what}": "{what} whose reply begins with “{words}”",
    "回答に「{words}」とある{what}": "{what} whose reply has “{words}”",
    "お尋ねの内容に近い{what}": "{what} close to what is asked",
    "{numbers}に対する{what}": "{what} on {numbers}",
    "{others}以外の{what}": "{what} not from {others}",
    "印刷された件数が最も{way}のは{label}で、{count}件です。": (
        "The {way} printed: “{label}”, {count:comment|comments}."
    ),
    "印刷された件数が{place}番目に{way}のは{label}で、{count}件です。": (
        "The {way} but {place} printed: “{label}”, {count:comment|comments}."
    ),
    "多い": "most",
    "少ない": "fewest",
    "お尋ねの件数に当てはまるものはありません（0件）。": "None has as many (0).",
    "お尋ねの件数に当てはまるのは、次の{count}者です。": (
        "{count:submitter|submitters} match the number asked for."
    ),
    "{wanted}が最も{way}のは{name}で、{count}件です。": (
        "The {way} {wanted}: {name}, {count:comment|comments}."
    ),
    "{wanted}が最も{way}のは{count}件で、次の{groups}者です。": (
        "The {way} {wanted}: {count:comment|comments} each, from {groups}."
    ),
    "{wanted}が{place}番目に多いのは{name}で、{count}件です。": (
        "Number {place} by {wanted} is {name}: {count}."
    ),
    "多い順に、次のとおりです。": "In order of their number:",
    # comments on a section
    "{submitters}の": " from {submitters}",
    "{kind}の": " from {kind}",
    "「{name}」に当たる": ' with the outcome "{name}"',
    "「{name}」に当たらない": ' with another outcome than "{name}"',
    "{section}とその下の節": "{section} and the sections below it",
    "{place}に対する{whose}意見は{count}件です。": "Comments{whose} on {place}: {count}.",
    "{place}に対する{whose}意見で、{called}ものは{count}件です。": (
        "Comments{whose} on {place}{called}: {count}."
    ),
    "このうち、対応が「修正」とされたものは{count}件です。": (
        'Of these, {count} had the outcome "revised".'
    ),
    "該当箇所を全般とする意見など、節の番号を挙げていない意見は数えていません。": (
        "Comments that name no section number, such as those on the whole text, are not counted."
    ),
    "{place}の修正につながった意見は{count}件です。": (
        "Comments that led to a change in {place}: {count}."
    ),
    "{place}の修正につながった意見は、収録している意見募集の結果にはありません。": (
        "No comment in the consultation results held led to a change in {place}."
    ),
    "{row}（修正後の文言は{labels}に記載）": "{row} (the new wording stands in {labels})",
    "次の意見はこの節に対するもので「修正」とされていますが、修正後の文言は別の箇所にあります。": (
        "The following comments are on this section and led to a revision, but the new wording "
        "stands elsewhere."
    ),
    "{names}も「修正」とされていますが、変わった箇所を特定できないため含めていません。": (
        '{names} also had the outcome "revised", but where the text changed cannot be '
        "determined, so they are not included."
    ),
    "この節に対する意見{count}件の中に、「{words}」に触れたものはありません。": (
        "None of the {count:comment|comments} on this section mentions “{words}”."
    ),
    "公表資料の集計では、{label}は{figure}です。{differs}": (
        "The published summary gives {figure} for “{label}”.{differs}"
    ),
    "節番号から数えた上の件数とは一致しません。": (
        " This differs from the number above, which was counted by section number."
    ),
    # where changed words stand
    "回答は修正後の文言を引用していないため、本文と照合できません。": (
        "The reply does not quote the new wording, so it cannot be compared with the text."
    ),
    "回答が示す修正後の文言は短く、本文のどこが変わったかを文言の照合では確かめられません。": (
        "The new wording given in the reply is too short to tell where the text changed."
    ),
    "修正後の本文は収録されていないため、文言を照合できません。": (
        "The revised text is not held, so the wording cannot be compared."
    ),
    "字句の一部が異なる形で、": " in a slightly different form",
    "修正後の文言は、{how}{label}に記載されています{elsewhere}。": (
        "The new wording stands{how} in {label}{elsewhere}."
    ),
    "（意見の該当箇所は{targets}です）": " (the comment itself is on {targets})",
    "修正後の文言は、収録している{title}の本文に見当たりません。": (
        "The new wording is not found in the text held of “{title}”."
    ),
    "{submitter}の意見{count}件への対応は、次のとおりです。": (
        "What came of the {count} comments of {submitter}:"
    ),
    "{label}には、修正前の文言が記載されています。": "{label} still has the earlier wording.",
}
