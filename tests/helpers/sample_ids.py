"""Ids of the sample documents of the invented city."""

STRATEGY = "千早野市デジタル安全戦略"
COMMENTS = "千早野市デジタル安全戦略(案)に対する意見募集の結果"
FIFTH = "千早野市デジタル安全推進会議-第5回"
SIXTH = "千早野市デジタル安全推進会議-第6回"
