"""Read YAML in which every key stands once, and say in Dutch on which line it goes wrong."""

from typing import Any

import yaml


class YAMLFault(ValueError):
    """Text that is no YAML, or in which a key stands twice; the message is the end of a Dutch sentence."""


class _OneOfEach(yaml.SafeLoader):
    def construct_yaml_timestamp(self, node: yaml.ScalarNode) -> Any:
        """Return a day or a moment; raises YAMLFault for one that cannot be, such as 30 February."""
        try:
            return super().construct_yaml_timestamp(node)
        except ValueError as error:
            raise YAMLFault(f"regel {node.start_mark.line + 1}: {node.value} bestaat niet") from error

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """Return the mapping; raises YAMLFault when a key stands twice."""
        seen: set[str] = set()
        for key in [key for key, _ in node.value if isinstance(key, yaml.ScalarNode)]:
            if key.value in seen:
                raise YAMLFault(f"regel {key.start_mark.line + 1}: {key.value} staat er twee keer")
            seen.add(key.value)
        return super().construct_mapping(node, deep)


_OneOfEach.add_constructor("tag:yaml.org,2002:timestamp", _OneOfEach.construct_yaml_timestamp)


def load(text: str) -> Any:
    """Return what the text says; raises YAMLFault with the line."""
    try:
        return yaml.load(text, Loader=_OneOfEach)  # noqa: S506  # a SafeLoader
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = f"regel {mark.line + 1}, kolom {mark.column + 1}: " if mark else ""
        raise YAMLFault(f"{where}dit is geen geldige YAML ({error.problem})") from error
    except yaml.YAMLError as error:
        raise YAMLFault(f"dit is geen geldige YAML ({error})") from error
