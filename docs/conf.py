"""The documentation as a site: `make docs`. Nothing in it needs the network."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

project = "practice_core"
extensions = ["myst_parser", "sphinx.ext.autodoc", "docs.from_the_code", "docs.source_pages"]

html_theme = "furo"
html_title = "practice_core"
html_show_sourcelink = False
html_copy_source = False
html_show_copyright = False

# Links to headings, as GitHub has them.
myst_heading_anchors = 4

# In docstrings `this` is code, as everywhere.
default_role = "code"
add_module_names = False
maximum_signature_line_length = 90
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
autodoc_preserve_defaults = True
autodoc_default_options = {"members": True, "undoc-members": True}

# What others document, and type variables.
nitpick_ignore_regex = [("py:.*", r"(?!practice_core\.).*"), ("py:.*", r".*\.T_co")]
