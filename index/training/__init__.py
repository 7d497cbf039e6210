"""Training of the embedding model that ships; never imported at run time."""
