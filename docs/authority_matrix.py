"""Write the table of docs/authority.md, who may call what, from the one in the code; `--check`: is it current?"""

from __future__ import annotations

import sys
from pathlib import Path

from practice_core.domain.authority import MAY, Standing

PAGE = Path(__file__).parent / "authority.md"
BEGIN, END = "<!-- matrix: begin -->", "<!-- matrix: end -->"


def matrix() -> str:
    """A row an operation, in the order of the code, a column a standing."""
    columns = [standing.replace("_", " ") for standing in Standing]
    rows = [[f"`{operation}`", *("●" if one in who else "" for one in Standing)] for operation, who in MAY.items()]
    lines = [["operation", *columns], ["---", *(":-:" for _ in columns)], *rows]
    return "\n".join(f"| {' | '.join(cells)} |".replace("  ", " ") for cells in lines)


def page(text: str) -> str:
    """That text with the table as it is now."""
    before, _, rest = text.partition(BEGIN)
    return f"{before}{BEGIN}\n\n{matrix()}\n\n{END}{rest.partition(END)[2]}"


def main() -> int:
    text = PAGE.read_text(encoding="utf-8")
    if "--check" not in sys.argv:
        PAGE.write_text(page(text), encoding="utf-8")
    elif page(text) != text:
        print("docs/authority.md is not current: run make rules", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
