"""What is said where the documents hold no answer or the question is mistaken."""

TEMPLATES = {
    "「{noun}」は{count}までで、{number}番目は、収録している文書に記載がありません。": (
        "There are {count} of 「{noun}」; the documents held have no number {number}."
    ),
    "{name}の意見は{count}件で、{number}番目の意見はありません。": (
        "{name} sent {count:comment|comments}; there is no number {number}."
    ),
    "次回の会合の日時は、議事要旨に記載されていません。": (
        "The minutes do not give the date of the next meeting."
    ),
    "{place}に、見送られた、又は退けられたという記載はありません。": (
        "Nothing in {place} says that it was put off or turned down."
    ),
    "{place}では、{called}は出席者とされています。": "{place} list {called} as present.",
    "絞り込みの条件に合う文書だけを調べました。": (
        "Only the documents that pass the filter were looked through."
    ),
    "{names}など": "{names} and others",
    "お尋ねの内容は、いまの絞り込みの範囲にはありません。": (
        "What you ask for lies outside the filter that is set."
    ),
    "絞り込みの外の{place}に、関係する記載があります。": (
        "Outside the filter, {place} speaks of it."
    ),
    "絞り込みを外すと、そこから答えられます。": (
        "Without the filter the question can be answered from there."
    ),
    "収録している文書の中に、根拠を示して答えられる記載が見つかりませんでした。": (
        "The documents held contain nothing that this question could be answered from."
    ),
    "収録している文書の中に、この質問に答える記載は見つかりませんでした。": (
        "Nothing that answers this question was found in the documents held."
    ),
    "収録している文書が扱っていない事柄についての質問のため、お答えできません。": (
        "The documents held do not deal with what you are asking about, so it cannot be answered."
    ),
    "収録している文書: {listed}など{count}件。": "Documents held: {listed} ({count} in all).",
    "近い内容を含むかもしれない箇所（根拠ではありません）: {labels}": (
        "Passages that may be close (not as support): {labels}"
    ),
    "なし": "none",
    "収録している文書": "the documents held",
    "{names}の議事要旨は収録されていません。": "The minutes of {names} are not held.",
    "収録している議事要旨: {listed}。": "Minutes held: {listed}.",
    "{days}の会議の議事要旨は収録されていません。": "No minutes of a meeting on {days} are held.",
    "意見{number}に枝番号はありません。": "Comment {number} has no sub-numbers.",
    "{years}年の会議の議事要旨は収録されていません。": (
        "No minutes of a meeting in {years} are held."
    ),
    "意見募集の結果は収録されていません。": "No results of a consultation are held.",
    "{titles}に対する意見募集の結果は収録されていません。": (
        "The results of a consultation on {titles} are not held."
    ),
    "意見{number}の枝番号は{keys}です。": "The parts of comment {number} are {keys}.",
    "収録している意見は{total}件（番号{first}～{last}）です。": (
        "{total:comment is|comments are} held (numbers {first} to {last})."
    ),
    "{names}という意見は収録されていません。": "There is no {names} in the documents held.",
    "{place}に{names}という節はありません。": "There is no section {names} in {place}.",
    "{above} {title}の下にあるのは、{listed}です。": "Below {above} 「{title}」 are: {listed}.",
    "{names}は、収録している文書にありません。": "There is no {names} in the documents held.",
    "{place}にある開催日は{date}です。": "The date given in {place} is {date}.",
    "{asked}に開かれた第{meeting}回は、収録している文書にありません。": (
        "The documents held know of no meeting {meeting} on {asked}."
    ),
    "意見{key}は会議で出された意見ではありません。": "Comment {key} was not made at a meeting.",
    "意見{key}は{place}に収録されています。": "Comment {key} stands in {place}.",
    "意見{key}の提出者は{named}ではありません。": "Comment {key} was not submitted by {named}.",
    "{place}の出席者に、{called}の記載はありません。": (
        "The list of attendees in {place} does not have {called}."
    ),
    "{place}の出席者には、{person}の記載があります。": (
        "The list of attendees in {place} has {person}."
    ),
    "「{name}」から提出された意見は、収録している意見募集の結果にありません。": (
        "The consultation results held contain no comment from 「{name}」."
    ),
    "収録している意見の提出者は{count}者で、うち個人が{individuals}者、"
    "企業・団体が{organisations}者（{listed}{more}）です。": (
        "The comments held come from {count:submitter|submitters}: "
        "{individuals:individual|individuals} and {organisations:organisation|organisations} "
        "({listed}{more})."
    ),
    "、ほか{left}者": " and {left} more",
    "「{about}」の「{words}」についての記載は、収録している文書の中に見つかりませんでした。": (
        "The documents held say nothing about 「{words}」 of 「{about}」."
    ),
    "「{words}」についての記載は、収録している文書の中に見つかりませんでした。": (
        "The documents held say nothing about 「{words}」."
    ),
    "お尋ねの{value}を示す記載は、収録している文書の中に見つかりませんでした。": (
        "The documents held give no {value} for what you are asking."
    ),
    "金額": "sum",
    "人数": "number of people",
    "数": "number",
    "件数": "number",
    "割合": "share",
    "年齢": "age",
    "回数": "number of times",
    "台数": "number",
    "お尋ねのうち「{asked}」に答える記載は、見つかりませんでした。": (
        "Of what you asked, nothing was found that answers 「{asked}」."
    ),
    "会社名": "name of a company",
    "国名": "name of a country",
    "電話番号": "telephone number",
    "アドレス": "address",
    "時間": "length of time",
    "時期や期間": "date or period",
    "{name}そのものは収録されていないため、その中身についてはお答えできません。": (
        "{name} itself is not held, so nothing can be said about what it contains."
    ),
    "収録している文書: {listed}。": "Documents held: {listed}.",
    "{comments}は、見送られた意見ではありません。": "{comments} was not turned down.",
    "{comments}を受けて修正したという記載はありません。": (
        "Nothing says that the text was revised because of {comments}."
    ),
    "提出された意見を{count}件とする記載はありません。": (
        "Nothing says that {count:comment was|comments were} submitted."
    ),
    "修正することとされた意見": "the comments that led to a revision",
    "{what}を{count}件とする記載はありません。": "Nothing puts {what} at {count}.",
    "{place}に、反対した人の記載はありません。": "{place} names nobody who was opposed.",
    "決定については、次のように記載されています。": "On the decision it says:",
    "収録している文書で最も新しいものは{document}（{date}）で、"
    "{year}年に実際に何が起きたかは記載されていません。": (
        "The latest document held is {document} ({date}); what actually happened in {year} is not "
        "recorded."
    ),
    "{document}は案の段階の文書で、決定された日の記載はありません。": (
        "{document} is a draft; the day on which it was decided is not given."
    ),
    "お尋ねの事柄を「{figure}」とする記載は、収録している文書の中に見つかりませんでした。": (
        "Nothing in the documents held gives 「{figure}」 for this."
    ),
    "{label}には、次のように記載されています。": "{label} says:",
    "収録している資料に、意見を「{quality}」かどうかで順位付けた記載はありません。": (
        "The documents held do not rank the comments by whether they are 「{quality}」."
    ),
    "「{stance}」という語を含む意見は収録されておらず、意見をそのように分けた記載もありません。": (
        "No comment held has the word 「{stance}」, and the documents do not sort them that way."
    ),
    "お尋ねの内容は{comment}で求められたもので、そのように決めたという記載はありません。": (
        "This is what {comment} asked for; nothing says that it was decided."
    ),
    "「{word}」に触れた意見は、収録している意見募集の結果にありません。": (
        "No comment in the consultation results held mentions 「{word}」."
    ),
}
