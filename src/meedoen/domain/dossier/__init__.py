"""The case of one inburgeringsplichtige and its memory."""
