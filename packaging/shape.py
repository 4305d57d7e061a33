"""Measures the shape of the program against its bar: sizes of modules and functions, and circles of imports."""

from __future__ import annotations

import ast
import statistics
import sys
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

LONGEST_MODULE = 400
MEDIAN_MODULE = 150
NINE_IN_TEN_MODULES = 300
LONG_FUNCTION = 40
SHARE_OF_LONG_FUNCTIONS = 0.02

Sizes = dict[str, int]


@dataclass(frozen=True)
class Shape:
    """Lines by module, lines by function (``module:name``), and one circle of imports, if there is any."""

    modules: Sizes
    functions: Sizes
    circle: tuple[str, ...]

    def faults(self) -> list[str]:
        """What misses the bar, in plain words."""
        lines = sorted(self.modules.values())
        long = [f"{name} ({size})" for name, size in _largest(self.functions) if size > LONG_FUNCTION]
        found = [f"{name} has {size} lines" for name, size in _largest(self.modules) if size > LONGEST_MODULE]
        if statistics.median(lines) > MEDIAN_MODULE:
            found.append(f"half of the modules have over {MEDIAN_MODULE} lines")
        if lines[int(len(lines) * 0.9)] > NINE_IN_TEN_MODULES:
            found.append(f"over a tenth of the modules have over {NINE_IN_TEN_MODULES} lines")
        if len(long) > SHARE_OF_LONG_FUNCTIONS * len(self.functions):
            found.append(
                f"{len(long)} of {len(self.functions)} functions have over {LONG_FUNCTION} lines: {', '.join(long)}"
            )
        if self.circle:
            found.append(f"these import one another in a circle: {' -> '.join(self.circle)}")
        return found

    def __str__(self) -> str:
        """The figures in one line."""
        median = statistics.median(self.modules.values())
        module, lines = _largest(self.modules)[0]
        function, length = _largest(self.functions)[0] if self.functions else ("none", 0)
        return (
            f"{len(self.modules)} modules, median {median:.0f} lines, longest {lines} "
            f"({module}); {len(self.functions)} functions, longest {length} ({function})"
        )


def measure(package: Path) -> Shape:
    """The shape of a package, by its folder."""
    trees = {_name(file, package): (file, ast.parse(file.read_bytes())) for file in sorted(package.rglob("*.py"))}
    modules = {name: len(file.read_text(encoding="utf-8").splitlines()) for name, (file, _) in trees.items()}
    functions = {f"{name}:{node.name}": _lines(node) for name, (_, tree) in trees.items() for node in _functions(tree)}
    imports = {name: _imports(name, file, tree, set(trees)) for name, (file, tree) in trees.items()}
    return Shape({name: size for name, size in modules.items() if size}, functions, _circle(imports))


def _name(file: Path, package: Path) -> str:
    parts = file.relative_to(package.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _functions(tree: ast.Module) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def _lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _imports(name: str, file: Path, tree: ast.Module, known: set[str]) -> set[str]:
    """The modules of ours that a module imports anywhere, also inside functions."""
    found = set()
    here = name if file.name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {_known(alias.name, known) for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            above = here.rsplit(".", node.level - 1)[0] if node.level else ""
            origin = ".".join(part for part in (above, node.module) if part)
            found |= {_known(f"{origin}.{alias.name}", known) for alias in node.names}
    return found - {name, ""}


def _known(dotted: str, known: set[str]) -> str:
    """The module that a dotted name lies in; nothing for other people's modules."""
    while dotted and dotted not in known:
        dotted = dotted.rpartition(".")[0]
    return dotted


def _circle(imports: dict[str, set[str]]) -> tuple[str, ...]:
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        return tuple(reversed(error.args[1]))
    return ()


def _largest(sizes: Sizes) -> list[tuple[str, int]]:
    return sorted(sizes.items(), key=lambda item: -item[1])


if __name__ == "__main__":
    shape = measure(Path(__file__).resolve().parent.parent / "roadmap_desktop")
    print(*shape.faults(), shape, sep="\n")
    sys.exit(1 if shape.faults() else 0)
