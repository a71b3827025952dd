"""The scripts of the reading view, joined: in the order of their imports, each name once, and nothing that cannot be read."""

from __future__ import annotations

import pytest

from components.views.reading import component
from components.views.reading.linker import IMPORT, LinkError, link, order

LEAF = 'import { two } from "./root.js";\nexport const one = () => two;\n'
ROOT = "// The root.\nconst secret = 2;\nexport const two = secret;\nexport class Three {}\nexport async function four() {}\n"
ENTRY = 'import {\n  one,\n  Three,\n} from "./leaf.js";\nexport default function entry() {\n  return one;\n}\n'


def test_imports_are_taken_away_and_only_the_entry_exports() -> None:
    entry = ENTRY.replace("  Three,\n", "")
    assert link({"entry.js": entry, "leaf.js": LEAF, "root.js": ROOT, "other.js": "const one = 1;\n"}, "entry.js") == (
        "// The root.\nconst secret = 2;\nconst two = secret;\nclass Three {}\nasync function four() {}\n"
        "\nconst one = () => two;\n\nexport default function entry() {\n  return one;\n}\n"
    )


@pytest.mark.parametrize(
    ("modules", "message"),
    [
        ({"entry.js": ENTRY, "leaf.js": LEAF, "root.js": ROOT}, "entry.js imports Three, which leaf.js does not export"),
        ({"entry.js": 'import { a } from "./gone.js";\n'}, "entry.js imports gone.js, which is unknown"),
        (
            {"entry.js": 'import { a } from "./a.js";\n', "a.js": 'import { b } from "./entry.js";\nexport const a = 1;\n'},
            "circle: entry.js -> a.js -> entry.js",
        ),
        (
            {"entry.js": 'import { a } from "./a.js";\nfunction b() {}\n', "a.js": "const b = 1;\nexport const a = b;\n"},
            "b is declared in a.js and in entry.js",
        ),
        ({"entry.js": 'import { a } from "./a.js";\n', "a.js": "export default function a() {}\n"}, "a.js has a default export"),
        ({"entry.js": 'import { a as b } from "./a.js";\n', "a.js": "export const a = 1;\n"}, "entry.js imports as, b, which"),
        ({"entry.js": 'import * as a from "./a.js";\n', "a.js": "export const a = 1;\n"}, "cannot be read: import [*] as a"),
        ({"entry.js": 'import a from "elsewhere";\n'}, "cannot be read: import a from"),
        ({"entry.js": "const a = 1;\nexport { a };\n"}, "cannot be read: export { a };"),
        ({"entry.js": "const { a, b } = window;\n"}, "cannot be read: const { a, b }"),
    ],
)
def test_what_cannot_be_joined_is_refused(modules: dict[str, str], message: str) -> None:
    with pytest.raises(LinkError, match=message):
        link(modules, "entry.js")


def test_the_scripts_of_the_view_can_be_joined_and_none_is_left_over() -> None:
    modules = component.modules()
    assert {*order(modules, component.ENTRY)} == {*modules} - {"types.js"}
    assert not IMPORT.search(link(modules, component.ENTRY))
