"""Meetings: who attended, what was on the agenda, what a person said."""

TEMPLATES = {
    "議題": "the agenda",
    "{place}に記載されている{title}は、「{words}」です。": "{title} in {place}: 「{words}」.",
    "どの発言への答えであるかは、議事要旨には記載されていません。": (
        "The minutes do not say which remark answers which."
    ),
    "{place}に、「{category}」として挙げられている議題はありません。": (
        "{place} list no item of the agenda under 「{category}」."
    ),
    "{place}に{category}として挙げられているのは、次の{count}件です。": (
        "In {place}, {count:item is|items are} listed as {category}:"
    ),
    "（代理出席を含む。）": " (proxies included)",
    "先に挙げた人以外": "those not named before",
    "代理出席者": "attending by proxy",
    "{role}の代理出席者": "proxy for {role}",
    "出席者": "attending",
    "{place}に{who}として記載されているのは{count}人です{note}。": (
        "In {place}, {count:person is|people are} listed as {who}{note}."
    ),
    "{place}に{who}として記載されている者のうち「{role}」に当たる者は、{count}人です{note}。": (
        "Of those listed as {who} in {place}, {count:person is|people are} 「{role}」{note}."
    ),
    "「{role}」に当たる者のうち、本人は出席せず代理が出席したのは{count}人です。": (
        "Of 「{role}」, {count:person was|people were} represented by a proxy."
    ),
    "「{words}」に当たるかどうかは、出席者の記載からは分かりません。": (
        "Whether 「{words}」 applies cannot be told from the list of attendees."
    ),
    "{place}の出席者に、{person}の記載があります。": (
        "The list of attendees in {place} has {person}."
    ),
    "{label}の{number}点目は、次のとおりです。": "Point {number} of {label} reads:",
    "{count}点目は、次のとおりです。": "Point {count} reads:",
    "{label}で番号を付けて挙げられているのは{count}点目までです。": (
        "{label} numbers its points only up to {count}."
    ),
    "{place}の出席者に、「{role}」の記載はありません（0人）。": (
        "The list of attendees in {place} has no 「{role}」 (0 people)."
    ),
    "{place}に記載されている次回の会合の予定は、「{words}」です。": (
        "The next meeting is announced in {place}: 「{words}」."
    ),
    "次回の会合の議事要旨は収録されていません。": (
        "The minutes of that next meeting are not held."
    ),
    "{place}の議長: {person}。": "The chair in {place}: {person}.",
    "{place}の出席者の記載順で{number}番目（全{count}人）は、{person}です。": (
        "Number {number} of the {count} people in the list of attendees in {place}: {person}."
    ),
    "{place}に{category}として挙げられている{count}件のうち{number}番目は、次のとおりです。": (
        "This is number {number} of the {count:item|items} listed as {category} in {place}."
    ),
    "{place}に{category}として挙げられている{count}件のうち{first}番目から{last}番目までは、"
    "次のとおりです。": (
        "These are numbers {first} to {last} of the {count:item|items} listed as {category}"
        " in {place}."
    ),
    "{place}の出席者の記載順で{first}番目から{last}番目まで（全{count}人）は、次のとおりです。": (
        "Numbers {first} to {last} of the {count} people in the list of attendees in {place}:"
    ),
    "{place}にある開始と終了の時刻から数えると、{minutes}分間です。": (
        "By the hours given in {place}, it took {minutes:minute|minutes}."
    ),
    "{place}に収録されている発言は{count}件です。": ("{place} has {count:remark|remarks}."),
    "{place}には発言ごとの区切りがない部分があり、発言は段落ごとに分けて{count}件を"
    "収録しています。": (
        "{place} does not mark every remark off; "
        "what was said is held as {count:paragraph|paragraphs}."
    ),
    "このうち、発言者又はその所属が分かるもの（推定を含む。）は{count}件です。": (
        "The speaker, or the body spoken for, is known or presumed for {count} of them."
    ),
    "{place}で「{body}」の立場の発言と認められる（推定を含む。）のは{count}件です。": (
        "In {place}, {count:remark is|remarks are} recognised (or presumed) as made for 「{body}」."
    ),
    "{place}で「{words}」という語を含む発言は{count}件です。": (
        "In {place}, {count:remark holds|remarks hold} the words 「{words}」."
    ),
    "{place}で「{words}」という語を含む発言は、段落に分けて数えると{count}件です。": (
        "In {place}, counted by paragraphs, {count:remark holds|remarks hold} the words "
        "「{words}」."
    ),
    "「{role}」が{number}人": "{number} 「{role}」",
    "このうち、{figures}です。": "Of these: {figures}.",
    "この発言の中に、「{topic}」という語は見つかりません。": (
        "The word 「{topic}」 is not found in these remarks."
    ),
    "{place}に報告として挙げられているのは、次の議題です。": (
        "{place} lists the following item as a report."
    ),
    "{place}に、誰が報告したかの記載はありません。": "{place} do not say who gave the report.",
    "{place}の発言{total}件のうち、{count}件は発言者名の記載も手掛かりもなく、"
    "誰の発言か特定できません。": (
        "Of the {total} remarks in {place}, {count} neither name a speaker nor give a clue; "
        "whose they are cannot be determined."
    ),
    "{place}の出席者の欄では、{person}本人は出席しておらず、{proxies}が代理で出席しています。": (
        "By the list of attendees in {place}, {person} was not there; {proxies} attended as proxy."
    ),
    "{place}（{date}）の{category}に、次の記載があります。": (
        "The {category} in {place} ({date}) has the following."
    ),
    "{office}以外": "not {office}",
    "その他の出席者": "other attendees",
    "本人が欠席した人": "person who was absent",
    "{place}の発言のうち、発言者が分かるもの（推定を含む。）で最も多いのは、{people}（{count}件）"
    "です。": (
        "Of the remarks in {place} whose speaker is known (some by inference), most are by"
        " {people} ({count})."
    ),
    "{label}のすぐ後の発言は、次のとおりです。": "The remark right after {label} reads:",
    "{label}の後の{by}の発言は、次のとおりです。": "What {by} said after {label} reads:",
    "{place}の発言のうち、「{role}」に当たる者の発言と分かるものはありません。": (
        "No remark in {place} is known to be by a holder of “{role}”."
    ),
    "{place}には出席者だけが記載されており、欠席した人の有無、人数、氏名は分かりません。": (
        "Only those who attended are listed in {place}; whether anybody was absent, how many"
        " and who cannot be told."
    ),
    "{place}の出席者の欄で、本人は出席していないと分かるのは{count}人です。": (
        "The list of attendees in {place} shows that "
        "{count:person was|people were} not there in person."
    ),
    "{person}（{label}）": "{person} ({label})",
    "「{family}」という姓の出席者は{count}人います。どちらについての質問か、"
    "氏名で指定してください。": (
        "{count:attendee has|attendees have} the family name 「{family}」. "
        "Please say which one you mean by the full name."
    ),
    "{place}で{person}の発言と認められるのは{count}件です。": (
        "In {place}, {count:remark is|remarks are} identified as made by {person}."
    ),
    "残りの{left}件の発言は省いています。": (
        "{left:further remark is|further remarks are} left out."
    ),
    "{place}の出席者に{person}がいますが、この人の発言と特定できるものはありません。"
    "議事要旨に発言者名が記載されていないためです。": (
        "{person} is listed as attending in {place}, but no remark can be identified as theirs: "
        "the minutes do not name the speakers."
    ),
}
