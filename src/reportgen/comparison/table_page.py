"""A page of HTML that stands alone around a table of what was compared: `table_page(title, body)`."""

from __future__ import annotations

from html import escape

# A frame that is grey enough to be seen by everybody: 4.5 to 1 on white (WCAG 1.4.11 asks for 3).
_PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title}</title>
<style>
body {{ font-family: sans-serif; margin: 2em; }}
table {{ border-collapse: collapse; }}
th, td {{ border: 1px solid #767676; padding: 0.3em 0.6em; text-align: start; vertical-align: top; }}
.odd {{ background: #fdd; font-weight: bold; }}
.number {{ text-align: end; white-space: nowrap; }}
svg {{ max-width: 100%; height: auto; }}
</style>
</head>
<body>
<main>
<h1>{title}</h1>
{body}</main>
</body>
</html>
"""


def table_page(title: str, body: str) -> str:
    """The page; `title` is text, `body` HTML that ends in a line break."""
    return _PAGE.format(title=escape(title), body=body)
