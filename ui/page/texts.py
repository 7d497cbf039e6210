"""What the page says, in Japanese and in English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.answers import Fault, Status
from assistant.query import Language, QuestionKind
from assistant.wording import OUTCOME_NAMES
from index.documents import Basis, DocumentKind, Outcome, RepairKind, SubmitterKind, UnitKind
from index.reports import FileStatus, Stage
from ui.listing import KINDS, REPAIRS, UNITS
from ui.page.feedback import Judgement


@dataclass(frozen=True, slots=True)
class Names:
    """Names of the values of each enumeration, in one language."""

    statuses: Mapping[Status, str]
    bases: Mapping[Basis, str]
    basis_notes: Mapping[Basis, str]
    outcomes: Mapping[Outcome, str]
    kinds: Mapping[DocumentKind, str]
    units: Mapping[UnitKind, str]
    repairs: Mapping[RepairKind, str]
    questions: Mapping[QuestionKind, str]
    faults: Mapping[Fault, str]
    judgements: Mapping[Judgement, str]
    files: Mapping[FileStatus, str]
    stages: Mapping[Stage, str]
    submitters: Mapping[SubmitterKind, str]


@dataclass(frozen=True, slots=True)
class Texts:
    """All texts of the page in one language; a word in braces is filled in."""

    language: Language
    names: Names
    title: str
    lead: str
    other_language: str
    other_language_tag: str
    appearance: str
    reading_room: str
    glossary: str
    timeline: str
    skip_to_question: str
    # chat
    conversation: str
    question: str
    question_hint: str
    send: str
    stop: str
    new_conversation: str
    delete_conversation: str
    history: str
    history_hint: str
    no_history: str
    welcome: str
    examples_note: str
    empty_library: str
    understanding: str
    understood: str
    stopped: str
    failed: str
    answered: str
    you_asked: str
    with_filters: str
    # answer
    citations: str
    all_verified: str
    citation_count: str
    not_cited: str
    not_cited_note: str
    unverified: str
    show_grounds: str
    show_table: str
    copy_citation: str
    copy_all: str
    copied: str
    copy_failed: str
    feedback: str
    thanks: str
    download_conversation: str
    word: str
    markdown: str
    # source
    source: str
    source_empty: str
    back: str
    close: str
    whole_document: str
    copy_link: str
    speaker: str
    no_speaker: str
    evidence: str
    opinion: str
    reason: str
    reply: str
    submitter: str
    target: str
    outcome: str
    outcome_by: str
    page: str
    printed_page: str
    page_image: str
    page_image_alt: str
    page_image_failed: str
    before: str
    after: str
    more: str
    quoted: str
    also_at: str
    # table
    table: str
    comment_table: str
    page_column: str
    table_count: str
    sort_hint: str
    number: str
    place: str
    issued: str
    kind: str
    document: str
    date: str
    words: str
    comment_number: str
    csv: str
    excel: str
    # grounds
    grounds: str
    asked_as: str
    completed: str
    question_kind: str
    places_named: str
    filters: str
    no_filters: str
    hits: str
    hits_note: str
    score: str
    rank_words: str
    rank_vectors: str
    none_found: str
    check: str
    check_counts: str
    removed: str
    none_removed: str
    models: str
    embedder: str
    chat_model: str
    no_chat_model: str
    timings: str
    # filters
    filter_heading: str
    filter_hint: str
    filter_documents: str
    filter_bodies: str
    filter_meetings: str
    filter_kinds: str
    filter_bases: str
    filter_submitters: str
    filter_outcomes: str
    filter_clear: str
    meeting: str
    # documents
    documents: str
    documents_count: str
    sample: str
    sample_note: str
    units: str
    repairs: str
    no_repairs: str
    warnings: str
    open_document: str
    upload: str
    upload_hint: str
    upload_files: str
    upload_start: str
    upload_none: str
    upload_reading: str
    upload_waiting: str
    upload_done: str
    upload_failed: str
    remove: str
    remove_hint: str
    remove_choose: str
    remove_ask: str
    remove_note: str
    remove_yes: str
    remove_no: str
    removed_done: str
    feedback_export: str
    feedback_export_hint: str
    personas: Mapping[str, str]


_JAPANESE_NAMES = Names(
    statuses={
        Status.ANSWERED: "回答",
        Status.PARTIAL: "一部のみ回答",
        Status.NOT_IN_DOCUMENTS: "収録文書に記載なし",
        Status.PREMISE_WRONG: "質問の前提が文書と異なる",
        Status.AMBIGUOUS: "質問を絞ってください",
        Status.OUT_OF_SCOPE: "対象外の質問",
    },
    bases={
        Basis.PRINTED: "記載あり",
        Basis.HEADING: "見出し",
        Basis.SELF_REFERENCE: "推定",
        Basis.NONE: "記載なし",
    },
    basis_notes={
        Basis.PRINTED: "発言者名が文書に記載されています。",
        Basis.HEADING: "見出しに発言者の役職が記載されています。",
        Basis.SELF_REFERENCE: "記名はありません。発言の内容からの推定です。",
        Basis.NONE: "文書に発言者名の記載はありません。",
    },
    outcomes=OUTCOME_NAMES,
    kinds=KINDS,
    units=UNITS,
    repairs=REPAIRS,
    questions={
        QuestionKind.WHO: "誰か",
        QuestionKind.REPLIED: "どう回答されたか",
        QuestionKind.OUTCOME: "反映されたか",
        QuestionKind.COUNT: "件数",
        QuestionKind.LIST: "一覧",
        QuestionKind.WHERE: "どこにあるか",
        QuestionKind.DEFINE: "意味・定義",
        QuestionKind.FACT: "事実",
        QuestionKind.SUMMARY: "要約",
    },
    faults={
        Fault.NO_REFERENCE: "典拠がない",
        Fault.QUOTE_NOT_FOUND: "引用が原文にない",
        Fault.NUMBER_NOT_FOUND: "数値・日付が原文にない",
        Fault.NAME_WITHOUT_BASIS: "氏名の根拠がない",
    },
    judgements={
        Judgement.RIGHT: "正しい",
        Judgement.WRONG_CITATION: "引用が違う",
        Judgement.WRONG_PERSON: "人物が違う",
        Judgement.INCOMPLETE: "足りない",
        Judgement.SHOULD_HAVE_REFUSED: "答えるべきでない",
    },
    files={
        FileStatus.ADDED: "追加しました",
        FileStatus.REPLACED: "更新しました",
        FileStatus.UNCHANGED: "変更はありません",
        FileStatus.MOVED: "場所の変更を反映しました",
        FileStatus.DUPLICATE: "同じ内容の文書が既にあります",
        FileStatus.FAILED: "読み取れませんでした",
        FileStatus.REMOVED: "除きました",
    },
    stages={
        Stage.EMBEDDING: "検索用の数値を計算しています",
        Stage.BUILDING: "索引を作っています",
        Stage.SAVING: "保存しています",
    },
    submitters={
        SubmitterKind.INDIVIDUAL: "個人",
        SubmitterKind.ORGANISATION: "企業・団体",
        SubmitterKind.UNKNOWN: "記載なし",
    },
)

JAPANESE = Texts(
    language=Language.JAPANESE,
    names=_JAPANESE_NAMES,
    title="典拠",
    lead="行政文書への質問に、典拠を示して答えます",
    other_language="English",
    other_language_tag="en",
    appearance="明暗を切り替える",
    reading_room="文書を読む",
    glossary="用語集",
    timeline="年表",
    skip_to_question="質問欄へ移動",
    conversation="会話",
    question="質問",
    question_hint="例: 意見への回答、会合での発言、戦略の記載を尋ねてください",
    send="送信",
    stop="停止",
    new_conversation="新しい会話",
    delete_conversation="この会話を消す",
    history="これまでの会話",
    history_hint="会話はこのサーバーに保存され、このブラウザからだけ開けます。",
    no_history="まだありません",
    welcome="収録している文書について質問してください。答えの全ての文に、原文の箇所を示します。",
    examples_note="次の質問は、いま収録している文書で答えられることを確かめたものです。",
    empty_library="文書がまだありません。「文書」の欄でファイルを取り込んでください。",
    understanding="質問を読んでいます…",
    understood="「{question}」（{kind}）として調べています…",
    stopped="停止しました。確認の済んでいない途中の回答は残していません。",
    failed="答えられませんでした。",
    answered="回答しました。{status}。引用{count}件。",
    you_asked="質問",
    with_filters="絞り込み",
    citations="典拠",
    all_verified="引用{count}件を原文と照合済み",
    citation_count="引用{count}件",
    not_cited="読んだが引用しなかった箇所（{count}件）",
    not_cited_note="検索で読みましたが、答えの根拠にはしていません。",
    unverified="未照合",
    show_grounds="この回答の根拠",
    show_table="表で見る",
    copy_citation="引用をコピー",
    copy_all="典拠を全てコピー",
    copied="コピーしました。",
    copy_failed="コピーできませんでした。選択してコピーしてください。",
    feedback="この回答は",
    thanks="記録しました。ありがとうございます。",
    download_conversation="会話の保存",
    word="Word",
    markdown="Markdown",
    source="典拠",
    source_empty="回答の [1] などの番号を選ぶと、引用した箇所を原文の中で示します。",
    back="戻る",
    close="回答に戻る",
    whole_document="文書の全体で開く",
    copy_link="リンクをコピー",
    speaker="発言者",
    no_speaker="発言者名の記載なし",
    evidence="手がかりの記載",
    opinion="意見の概要",
    reason="理由",
    reply="意見に対する考え方",
    submitter="提出者",
    target="該当箇所",
    outcome="対応",
    outcome_by="対応を判断した記載",
    page="{page}ページ",
    printed_page="文書の目次では{page}ページ",
    page_image="PDFのページを表示",
    page_image_alt="{title} {page}ページの画像",
    page_image_failed="元のPDFが見つからないか、取り込んだときから変わっています。",
    before="前の箇所",
    after="次の箇所",
    more="前後をもっと表示",
    quoted="引用した箇所",
    also_at="同じ内容が、この文書の別の箇所（{count}か所）にもあります。",
    table="引用した箇所の表",
    comment_table="引用した意見の表",
    page_column="ページ",
    table_count="{count}件",
    sort_hint="見出しを選ぶと並べ替えます。",
    number="番号",
    place="箇所",
    issued="発行",
    kind="種類",
    document="文書",
    date="日付",
    words="引用",
    comment_number="意見",
    csv="CSV",
    excel="Excel",
    grounds="この回答の根拠",
    asked_as="質問の理解",
    completed="補った質問",
    question_kind="尋ねていること",
    places_named="質問が指す箇所",
    filters="絞り込み",
    no_filters="なし（全ての文書）",
    hits="検索で見つかった箇所",
    hits_note="この質問で検索したときの上位です。得点はこの検索の中でだけ比べられます。",
    score="得点",
    rank_words="語の順位",
    rank_vectors="意味の順位",
    none_found="見つかった箇所はありません。",
    check="照合の結果",
    check_counts="文{claims}件、引用{quotes}件、数値・日付{numbers}件を原文と照合しました。",
    removed="照合で外した文",
    none_removed="照合で外した文はありません。",
    models="使ったモデル",
    embedder="検索",
    chat_model="文章",
    no_chat_model="使っていません（原文の抜き出しで答えています）",
    timings="所要時間: 理解 {understand}ms、収集 {gather}ms、照合 {verify}ms",
    filter_heading="絞り込み",
    filter_hint="選んだ条件に当てはまる箇所だけから答えます。空の欄は条件にしません。",
    filter_documents="文書",
    filter_bodies="会議体・発行者",
    filter_meetings="会合",
    filter_kinds="箇所の種類",
    filter_bases="発言者の根拠",
    filter_submitters="意見の提出者",
    filter_outcomes="意見への対応",
    filter_clear="絞り込みを外す",
    meeting="第{number}回",
    documents="文書",
    documents_count="{count}件の文書を収録しています。",
    sample="見本",
    sample_note="「見本」は架空の市の文書です。実在の団体とは関係がありません。",
    units="収録した箇所",
    repairs="読み取りで直した所",
    no_repairs="なし",
    warnings="確認してください",
    open_document="文書を開く",
    upload="文書の取り込み",
    upload_hint="PDFかテキスト（UTF-8・CP932）。文字を選べないPDFは読み取れません。",
    upload_files="ファイル",
    upload_start="取り込む",
    upload_none="ファイルを選んでください。",
    upload_waiting="順番を待っています",
    upload_reading="{number}／{total} {name} を読んでいます",
    upload_done="取り込みが終わりました。文書{documents}件を収録しています。",
    upload_failed="{count}件は取り込めませんでした。",
    remove="文書を除く",
    remove_hint="除いた文書は、検索と回答に使われなくなります。",
    remove_choose="除く文書",
    remove_ask="次の文書を除きます。よろしいですか。",
    remove_note="同じファイルの文書は一緒に除きます。ここから取り込んだファイルは、保管しているコピーも消します。",
    remove_yes="除く",
    remove_no="やめる",
    removed_done="{name} を除きました。",
    feedback_export="評価の候補として書き出す",
    feedback_export_hint="回答に付けた評価（{count}件）を、評価用の質問の候補（YAML）にします。",
    personas={
        "official": "担当職員",
        "newcomer": "着任した職員",
        "engineer": "技術・調査",
    },
)

_ENGLISH_NAMES = Names(
    statuses={
        Status.ANSWERED: "Answer",
        Status.PARTIAL: "Partial answer",
        Status.NOT_IN_DOCUMENTS: "Not in the documents",
        Status.PREMISE_WRONG: "Premise differs from the documents",
        Status.AMBIGUOUS: "Please narrow the question",
        Status.OUT_OF_SCOPE: "Out of scope",
    },
    bases={
        Basis.PRINTED: "named in print",
        Basis.HEADING: "by heading",
        Basis.SELF_REFERENCE: "inferred",
        Basis.NONE: "not named",
    },
    basis_notes={
        Basis.PRINTED: "The document prints the speaker's name.",
        Basis.HEADING: "A heading names the speaker's office.",
        Basis.SELF_REFERENCE: "No name is printed; inferred from the words of the turn.",
        Basis.NONE: "The document does not name the speaker.",
    },
    outcomes={
        Outcome.REVISED: "revised",
        Outcome.UNCHANGED: "left as drafted",
        Outcome.ALREADY_COVERED: "already covered",
        Outcome.FOR_REFERENCE: "for future reference",
        Outcome.AGREEMENT: "agreement",
        Outcome.EXPLAINED: "explained",
    },
    kinds={
        DocumentKind.MINUTES: "Minutes",
        DocumentKind.POLICY: "Policy",
        DocumentKind.COMMENTS: "Public comments",
        DocumentKind.SLIDES: "Slides",
        DocumentKind.COVER: "List of papers",
    },
    units={
        UnitKind.SECTION: "section",
        UnitKind.UTTERANCE: "turn of talk",
        UnitKind.COMMENT: "comment",
        UnitKind.FOOTNOTE: "footnote",
        UnitKind.ROSTER_ENTRY: "roster entry",
        UnitKind.AGENDA_ITEM: "agenda item",
        UnitKind.SLIDE: "slide",
    },
    repairs={
        RepairKind.LINE_BREAK: "line breaks in sentences",
        RepairKind.PAGE_BREAK: "sentences cut by a page end",
        RepairKind.PAGE_FURNITURE: "page numbers and running heads",
        RepairKind.CONTENTS_LINE: "lines of the contents page",
        RepairKind.FOOTNOTE_LIFTED: "footnotes lifted out of sentences",
        RepairKind.FOOTNOTE_MARK: "footnote marks",
        RepairKind.RUBY: "reading aids",
        RepairKind.MARKUP: "markup",
        RepairKind.TURN_MARK: "marks of turns",
        RepairKind.LETTER_SPACING: "spaces between letters",
        RepairKind.TABLE_HEADER: "repeated table headers",
        RepairKind.TABLE_CONTINUED: "rows continued on the next page",
        RepairKind.TABLE_KEY: "table separators",
        RepairKind.DUPLICATE: "doubled paragraphs",
        RepairKind.WHITE_SPACE: "white space",
        RepairKind.LABEL: "marks turned into structure",
        RepairKind.ENCODING: "character encoding",
    },
    questions={
        QuestionKind.WHO: "who",
        QuestionKind.REPLIED: "what was replied",
        QuestionKind.OUTCOME: "what came of it",
        QuestionKind.COUNT: "how many",
        QuestionKind.LIST: "a list",
        QuestionKind.WHERE: "where",
        QuestionKind.DEFINE: "a definition",
        QuestionKind.FACT: "a fact",
        QuestionKind.SUMMARY: "a summary",
    },
    faults={
        Fault.NO_REFERENCE: "no authority",
        Fault.QUOTE_NOT_FOUND: "quote not in the source",
        Fault.NUMBER_NOT_FOUND: "figure or date not in the source",
        Fault.NAME_WITHOUT_BASIS: "name without a basis",
    },
    judgements={
        Judgement.RIGHT: "Right",
        Judgement.WRONG_CITATION: "Wrong citation",
        Judgement.WRONG_PERSON: "Wrong person",
        Judgement.INCOMPLETE: "Incomplete",
        Judgement.SHOULD_HAVE_REFUSED: "Should have refused",
    },
    files={
        FileStatus.ADDED: "added",
        FileStatus.REPLACED: "replaced",
        FileStatus.UNCHANGED: "unchanged",
        FileStatus.MOVED: "moved",
        FileStatus.DUPLICATE: "already held under another name",
        FileStatus.FAILED: "could not be read",
        FileStatus.REMOVED: "removed",
    },
    stages={
        Stage.EMBEDDING: "Computing vectors",
        Stage.BUILDING: "Building the index",
        Stage.SAVING: "Saving",
    },
    submitters={
        SubmitterKind.INDIVIDUAL: "individual",
        SubmitterKind.ORGANISATION: "organisation",
        SubmitterKind.UNKNOWN: "not printed",
    },
)

ENGLISH = Texts(
    language=Language.ENGLISH,
    names=_ENGLISH_NAMES,
    title="Tenkyo",
    lead="Answers on Japanese policy documents, with an authority for every sentence",
    other_language="日本語",
    other_language_tag="ja",
    appearance="Switch light and dark",
    reading_room="Reading room",
    glossary="Glossary",
    timeline="Timeline",
    skip_to_question="Skip to the question",
    conversation="Conversation",
    question="Question",
    question_hint="Ask about replies to comments, what was said at a meeting, or a policy",
    send="Send",
    stop="Stop",
    new_conversation="New conversation",
    delete_conversation="Delete this one",
    history="Earlier conversations",
    history_hint="Kept on this server; only this browser can open them.",
    no_history="None yet",
    welcome="Ask about the documents held here. Every sentence of an answer shows its place.",
    examples_note="These questions were checked to be answered by the documents held now.",
    empty_library="There are no documents yet. Add files under “Documents”.",
    understanding="Reading the question…",
    understood="Looking for “{question}” ({kind})…",
    stopped="Stopped. Nothing that had not been checked was kept.",
    failed="No answer could be made.",
    answered="Answered. {status}. {count} citations.",
    you_asked="Question",
    with_filters="Filters",
    citations="Authorities",
    all_verified="{count} quotes checked against the source",
    citation_count="{count} citations",
    not_cited="Read but not cited ({count})",
    not_cited_note="Found by search and read, but not what the answer rests on.",
    unverified="unchecked",
    show_grounds="Grounds of this answer",
    show_table="As a table",
    copy_citation="Copy citation",
    copy_all="Copy all authorities",
    copied="Copied.",
    copy_failed="Copying failed; select the text and copy it.",
    feedback="This answer is",
    thanks="Noted. Thank you.",
    download_conversation="Save conversation",
    word="Word",
    markdown="Markdown",
    source="Source",
    source_empty="Choose a number such as [1] in an answer to see the cited place in its document.",
    back="Back",
    close="Return to the answer",
    whole_document="Open the whole document",
    copy_link="Copy link",
    speaker="Speaker",
    no_speaker="The speaker is not named",
    evidence="Words that show it",
    opinion="Opinion",
    reason="Reason",
    reply="Reply",
    submitter="Submitted by",
    target="About",
    outcome="Outcome",
    outcome_by="Words that decide it",
    page="page {page}",
    printed_page="page {page} by the contents page",
    page_image="Show the PDF page",
    page_image_alt="Image of page {page} of {title}",
    page_image_failed="The PDF is missing or has changed since it was added.",
    before="Previous",
    after="Next",
    more="Show more around it",
    quoted="Cited words",
    also_at="The same stands in {count} other places of this document.",
    table="Cited places",
    comment_table="Cited comments",
    page_column="Page",
    table_count="{count} rows",
    sort_hint="Choose a heading to sort.",
    number="No.",
    place="Place",
    issued="Issued",
    kind="Kind",
    document="Document",
    date="Date",
    words="Quote",
    comment_number="Comment",
    csv="CSV",
    excel="Excel",
    grounds="Grounds of this answer",
    asked_as="The question as understood",
    completed="Completed question",
    question_kind="Asked for",
    places_named="Places it names",
    filters="Filters",
    no_filters="None (all documents)",
    hits="What search finds",
    hits_note="The best hits for this question. Scores compare within one search only.",
    score="Score",
    rank_words="By words",
    rank_vectors="By meaning",
    none_found="Nothing was found.",
    check="Findings of the check",
    check_counts="{claims} statements, {quotes} quotes and {numbers} figures or dates were checked.",
    removed="Statements that were removed",
    none_removed="No statement was removed.",
    models="Models",
    embedder="Search",
    chat_model="Wording",
    no_chat_model="none (the answer is made of words of the documents)",
    timings="Time: understanding {understand} ms, gathering {gather} ms, checking {verify} ms",
    filter_heading="Filters",
    filter_hint="Answers come only from places that meet them. An empty field asks for nothing.",
    filter_documents="Documents",
    filter_bodies="Bodies",
    filter_meetings="Meetings",
    filter_kinds="Kinds of place",
    filter_bases="Basis of the speaker",
    filter_submitters="Submitters of comments",
    filter_outcomes="Outcomes of comments",
    filter_clear="Clear filters",
    meeting="No. {number}",
    documents="Documents",
    documents_count="{count} documents are held.",
    sample="sample",
    sample_note="“sample” marks documents about an invented city.",
    units="What is held of it",
    repairs="Repaired in reading",
    no_repairs="nothing",
    warnings="Please look at",
    open_document="Open",
    upload="Add documents",
    upload_hint="PDF or text (UTF-8, CP932). A PDF whose text cannot be selected cannot be read.",
    upload_files="Files",
    upload_start="Add",
    upload_none="Choose a file.",
    upload_waiting="Waiting for its turn",
    upload_reading="{number}/{total} reading {name}",
    upload_done="Done. {documents} documents are held.",
    upload_failed="{count} could not be added.",
    remove="Remove documents",
    remove_hint="A removed document is no longer searched or cited.",
    remove_choose="Document to remove",
    remove_ask="These documents will be removed. Are you sure?",
    remove_note="Documents of one file go together; a file added here is deleted too.",
    remove_yes="Remove",
    remove_no="Keep",
    removed_done="{name} was removed.",
    feedback_export="Export as evaluation candidates",
    feedback_export_hint="Turns the {count} verdicts on answers into candidate cases (YAML).",
    personas={
        "official": "Official in charge",
        "newcomer": "New in the post",
        "engineer": "Engineer or researcher",
    },
)

TEXTS = {Language.JAPANESE: JAPANESE, Language.ENGLISH: ENGLISH}
