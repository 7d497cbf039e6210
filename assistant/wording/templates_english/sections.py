"""Sections and footnotes: what they are, what is below them, where words stand."""

TEMPLATES = {
    "{place}の期間については、次のように記載されています。": (
        "This is what {place} says of its period."
    ),
    "期間": "period",
    "{section}の{number}番目は、{item}です。": "Number {number} of {section} is {item}.",
    "{label}に挙げられている{count}項目の{number}番目は、次のとおりです。": (
        "Number {number} of the {count} items that {label} lists:"
    ),
    "{label}に挙げられているのは{count}項目までです。": "{label} lists no more than {count} items.",
    "{label}は「{title}」です。": "{label} is 「{title}」.",
    "{label}の記載は、次のとおりです。": "{label} says:",
    "脚注": "footnotes",
    "スライド": "slides",
    "議題": "agenda items",
    "{place}に{part}はありません（0件）。": "{place} has no {part} (0).",
    "{place}に収録している{part}は{count}件です。": "{place} holds {count} {part}.",
    "はじめの{shown}件を示しました。残りの{left}件は省いています。": (
        "The first {shown} are shown; {left:more is|more are} left out."
    ),
    "{place}に印刷されている日付は「{date}」です。": "The date printed in {place} is 「{date}」.",
    "{label}: {words}": "{label}: {words}",
    "{place}に日付の記載はありません。": "{place} bears no date.",
    "次の{count}つの節から成ります。": "It consists of the following {count:section|sections}:",
    "{place}に記載されています。": "It stands in {place}.",
    "{label}「{title}」": "{label} 「{title}」",
    "上位の見出しは、上から順に「{headings}」です。": "The headings above it are 「{headings}」.",
    "ファイルでは{page}ページにあります。": "In the file it is on page {page}.",
    "収録している本文からは、ページは分かりません。": "The text held does not tell the page.",
    "「{term}」という語は、収録している文書に書かれていません。": (
        "The word 「{term}」 stands in none of the documents held."
    ),
    "目次によれば、{place}は{page}ページからです。": (
        "By the table of contents {place} begins on page {page}."
    ),
    "{label}の次は、{place}です。": "After {label} comes {place}.",
    "{label}の前は、{place}です。": "Before {label} comes {place}.",
    "{label}は、{places}の下にあります。": "{label} stands below {places}.",
    "{label}の前後に、それに当たる節はありません。": "There is no such section beside {label}.",
    "「{term}」に付されているのは、{label}です。": "The note at 「{term}」 is {label}.",
    "脚注{number}は、{label}の次の文に付されています。": (
        "Footnote {number} is attached to the following sentence of {label}."
    ),
    "{label}「{title}」に挙げられているのは、次の{count}つです。": (
        "{label}「{title}」 lists {count:item|items}:"
    ),
    "{name}の下に節はありません。": "There is no section below {name}.",
    "{name}は、次の{count}つの節から成ります。": "{name} consists of {count:section|sections}:",
    "その一つ下の節までを含めると、次の{count}の節があります。": (
        "With those one level further down there are {count:section|sections}:"
    ),
    "これより下の節は示していません。節の番号を挙げてお尋ねくだされば、お示しします。": (
        "Sections further down are not shown; ask for them by their number."
    ),
    "「{title}」は、次の{count}つの章から成ります。": (
        "「{title}」 consists of {count:chapter|chapters}:"
    ),
    "収録している{what}は、次の{count}件です。": "{what} held ({count}):",
    "文書": "documents",
    "議事要旨": "minutes",
    "（{kind}）": " ({kind})",
    "戦略・方針等の本文": "text of a strategy or policy",
    "意見募集の結果": "results of a consultation",
    "説明資料": "slides",
    "資料一覧": "list of materials",
    "「{term}」という語は、次の{count}か所に書かれています。": (
        "The words 「{term}」 stand in {count:place|places}:"
    ),
    "はじめの{shown}か所を示しました。残りの{left}か所は省いています。": (
        "The first {shown} are shown; {left:more is|more are} left out."
    ),
}
