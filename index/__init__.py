"""Documents, units, stores and search: everything up to the evidence."""
