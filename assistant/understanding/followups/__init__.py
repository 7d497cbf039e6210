"""Follow-up questions: what they leave out is filled in from the turns before them.

`reading` finds the units that an earlier answer named, `turns` what an earlier turn spoke
of, `cues` how a follow-up shows that it is one. Each way of leaving something out has a
file: `sets` (「そのうち」「2番目」「それ以外」), `pronouns` (「この提出者」「それ」), `swaps`
(「では第22回は？」) and `carrying` (「理由は？」). `completion` tries them in turn.
"""

from assistant.understanding.followups.completion import Completion, complete
from assistant.understanding.followups.turns import Turn, read_turn

__all__ = ["Completion", "Turn", "complete", "read_turn"]
