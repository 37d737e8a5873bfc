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
LANGUAGES = {
    ".html": "html+jinja",
    ".json": "json",
    ".md": "markdown",
    ".py": "python",
    ".sql": "sql",
    ".toml": "toml",
    ".txt": "text",
}

Page = tuple[str, dict[str, str], str]


class SourcePages:
    """Markdown links to files and folders of the repository: here they lead to pages with them."""

    def __init__(self) -> None:
        self.files: set[str] = set()
        self.folders: dict[str, list[str]] = {}
        self.highlighter = PygmentsBridge("html")

    def link(self, app: Sphinx, doctree: nodes.document) -> None:
        """Before files become downloads, and folders links that lead nowhere."""
        here = posixpath.dirname(app.env.docname)
        references = [*doctree.findall(addnodes.download_reference), *doctree.findall(addnodes.pending_xref)]
        for node in references:
            there = (ROOT / "docs" / here / node["reftarget"]).resolve()
            if isinstance(node, addnodes.download_reference) or ("/" in node["reftarget"] and there.is_dir()):
                uri = posixpath.relpath(f"{self._page_of(there)}.html", here or ".")
                node.replace_self(nodes.reference("", "", *node.children, refuri=uri, internal=True))

    def _page_of(self, path: Path) -> str:
        name = path.relative_to(ROOT).as_posix()
        if path.is_file():
            self.files.add(name)
            return f"source/{name}"
        self.folders[name] = inside(path)
        self.files |= {f"{name}/{file}" for file in self.folders[name]}
        return f"source/{name}/index"

    def pages(self, _: Sphinx) -> Iterator[Page]:
        for name, inside in self.folders.items():
            listed = "".join(f'<li><a href="{escape(file)}.html">{escape(file)}</a></li>' for file in inside)
            yield _page(f"{name}/index", name, f"<ul>{listed}</ul>")
        for name in sorted(self.files):
            language = LANGUAGES.get(Path(name).suffix, "text")
            shown = self.highlighter.highlight_block((ROOT / name).read_text(), language, linenos="inline")
            yield _page(name, name, shown)


def inside(folder: Path) -> list[str]:
    """What is shown of a folder, all the way down; not what a dot hides, as the examples' own environments are."""
    files = sorted(file.relative_to(folder) for file in folder.rglob("*") if file.suffix in LANGUAGES)
    return [file.as_posix() for file in files if not any(part.startswith(".") for part in file.parts)]


def _page(path: str, title: str, body: str) -> Page:
    title = escape(title)
    return f"source/{path}", {"title": title, "body": f"<h2><code>{title}</code></h2>{body}"}, "page.html"


def setup(app: Sphinx) -> dict[str, bool]:
    pages = SourcePages()
    app.connect("doctree-read", pages.link, priority=400)
    app.connect("html-collect-pages", pages.pages)
    return {"parallel_read_safe": False, "parallel_write_safe": True}
