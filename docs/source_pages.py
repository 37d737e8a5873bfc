"""Code and tests as pages of the site, where a page links to them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from html import escape
from pathlib import Path

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.highlighting import PygmentsBridge

ROOT = Path(__file__).parent.parent
FOLDER = "source"
LANGUAGES = {".py": "python", ".toml": "toml", ".json": "json", ".sql": "sql", ".sh": "sh"}


class SourcePages:
    """Markdown links to files of the repository: here they lead to a page with the file."""

    def __init__(self) -> None:
        self.linked: set[str] = set()
        self.highlighter = PygmentsBridge("html")

    def link(self, app: Sphinx, doctree: nodes.document) -> None:
        """Before they become downloads."""
        docname = app.env.docname
        for node in list(doctree.findall(addnodes.download_reference)):
            file = (ROOT / "docs" / posixpath.dirname(docname) / node["reftarget"]).resolve()
            path = file.relative_to(ROOT).as_posix()
            self.linked.add(path)
            uri = posixpath.relpath(f"{FOLDER}/{path}.html", posixpath.dirname(docname) or ".")
            node.replace_self(nodes.reference("", "", *node.children, refuri=uri, internal=True))

    def pages(self, _: Sphinx) -> Iterator[tuple[str, dict[str, str], str]]:
        for path in sorted(self.linked):
            language = LANGUAGES.get(Path(path).suffix, "text")
            shown = self.highlighter.highlight_block((ROOT / path).read_text(), language, linenos="inline")
            title = escape(path)
            yield f"{FOLDER}/{path}", {"title": title, "body": f"<h1><code>{title}</code></h1>{shown}"}, "page.html"


def setup(app: Sphinx) -> dict[str, bool]:
    pages = SourcePages()
    app.connect("doctree-read", pages.link, priority=400)
    app.connect("html-collect-pages", pages.pages)
    return {"parallel_read_safe": False, "parallel_write_safe": True}
