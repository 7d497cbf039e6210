"""The page: chat at the left, the source of each answer at the right.

Gradio is imported where components are laid out and their events wired (`page`, `layout`,
`wiring`, `documents_page`, `visitors`) and nowhere else. What the components show is made by
`answer_view`, `source_view`, `tables`, `grounds_view` and `documents_view` from templates that
escape everything.
"""
