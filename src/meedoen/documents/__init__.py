"""PDF documents of the gemeente: from plain frozen dataclasses to bytes, without database or web framework.

Each document has a folder with a dataclass (`letter.py`) and a Typst template. What they share: the parts
of a letter (`parts`), the house style (`huisstijl`), the fixed texts in each language (`fixed_texts`), what
can be printed (`printable`) and the press that sets the type (`press`).
"""
