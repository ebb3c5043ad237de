"""The API: the same answers as the pages, for programs. A sibling of web; neither knows the other."""
