"""Text tools: search keys, words, sentences, dates. None of them changes a document."""
