"""What has been indexed: the catalog, which is the truth, and the search indexes made from it."""
