"""How names are written: spellings, longer names, unknown names, and suggestions for other names of a partner."""
