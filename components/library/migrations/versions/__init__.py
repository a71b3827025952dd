"""One step a file, in order; a step that was published never changes."""
