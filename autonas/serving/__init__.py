"""`autonas serve`: a promoted model behind an OpenAI-compatible endpoint on this machine, and a page to try it."""
