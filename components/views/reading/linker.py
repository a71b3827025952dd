"""Join ES modules of one folder into one module: a Streamlit component takes its script as one text.

Streamlit imports that text from a blob address, where the import of a sibling could not be resolved. So imports of siblings are
taken away, and the modules follow each other in the order in which they need each other. This is no JavaScript parser: it reads
the forms that our modules are written in (`IMPORT`, `DECLARATION`), at the beginning of a line, and refuses all others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from ...story import SamestoryError

IMPORT: Final = re.compile(r'^import \{([\w$\s,]+)\} from "\./([\w.-]+\.js)";\n', re.MULTILINE)
"""`import { one, another } from "./sibling.js";`, on one line or more."""

DECLARATION: Final = re.compile(
    r"^(?P<export>export )?(?P<default>default )?(?:async )?(?:function\*?|const|let|var|class) +(?P<name>[\w$]+)", re.MULTILINE
)
"""A name at the top level of a module."""

UNREADABLE: Final = re.compile(
    r"^(?:import\b|export (?!default |function|async function|const|let|class)|(?:export )?(?:const|let|var) *[\[{])",
    re.MULTILINE,
)
"""What is left of imports, lists of exports, and several names declared at once."""


class LinkError(SamestoryError, ValueError):
    """Modules that cannot be joined."""


def link(modules: Mapping[str, str], entry: str) -> str:
    """Return one module that does what `entry` does with the modules that it imports, directly or not.

    Args:
        modules: Texts by file name.
        entry: The name of the module whose exports remain; it alone may have a default export.

    Raises:
        LinkError: An unknown module or name is imported, imports run in a circle, two modules declare one name at their top
            level, or a form is used that cannot be read.
    """
    names: dict[str, str] = {}
    texts = []
    for module in order(modules, entry):
        text = modules[module]
        for imported, sibling in _imports(module, text):
            missing = imported - _exports(modules[sibling])
            if missing:
                raise LinkError(f"{module} imports {', '.join(sorted(missing))}, which {sibling} does not export")
        for declaration in DECLARATION.finditer(text):
            name = declaration["name"]
            if name in names:
                raise LinkError(f"{name} is declared in {names[name]} and in {module}")
            names[name] = module
            if declaration["default"] and module != entry:
                raise LinkError(f"{module} has a default export")
        texts.append(_body(text, keep_exports=module == entry))
    return "\n".join(texts)


def order(modules: Mapping[str, str], entry: str) -> list[str]:
    """Return the names of the modules that `entry` needs, itself the last, each after those that it imports."""
    ordered: list[str] = []

    def visit(module: str, importers: tuple[str, ...]) -> None:
        if module in importers:
            raise LinkError(f"imports run in a circle: {' -> '.join([*importers[importers.index(module) :], module])}")
        if module not in modules:
            raise LinkError(f"{importers[-1] if importers else 'the entry'} imports {module}, which is unknown")
        if module in ordered:
            return
        for _, sibling in _imports(module, modules[module]):
            visit(sibling, (*importers, module))
        ordered.append(module)

    visit(entry, ())
    return ordered


def _imports(module: str, text: str) -> Iterator[tuple[set[str], str]]:
    """Yield the names that a module imports, with the sibling they come from."""
    unreadable = UNREADABLE.search(IMPORT.sub("", text))
    if unreadable:
        line = unreadable.string[unreadable.start() :].partition("\n")[0]
        raise LinkError(f"{module} says what cannot be read: {line}")
    for names, sibling in IMPORT.findall(text):
        yield {name for name in re.split(r"[\s,]+", names) if name}, sibling


def _exports(text: str) -> set[str]:
    return {
        declaration["name"] for declaration in DECLARATION.finditer(text) if declaration["export"] and not declaration["default"]
    }


def _body(text: str, *, keep_exports: bool) -> str:
    text = IMPORT.sub("", text)
    return text if keep_exports else DECLARATION.sub(lambda found: found[0].removeprefix("export "), text)
