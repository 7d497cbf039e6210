"""What people would build otherwise, answering the same cases.

Each pipeline is a library's own defaults over the same texts and the same embedder. Needs the
extra `peers`; the libraries are imported only when a pipeline is built.
"""

from eval.peers.answering import answer_with_peer
from eval.peers.registry import peer_names

__all__ = ["answer_with_peer", "peer_names"]
