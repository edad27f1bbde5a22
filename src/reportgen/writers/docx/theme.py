"""The font table and the theme, which Word expects; no style of ours refers to theme fonts.

Theme fonts would win over the fonts named for Arabic and Chinese.
"""

from __future__ import annotations

from reportgen.tree.looks import FALLBACKS, Looks
from reportgen.writers.docx.xml import HEADER, escape, part

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_COLORS = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "1F3864", "lt2": "E7E6E6", "accent1": "009EDB", "accent2": "4472C4",
    "accent3": "A5A5A5", "accent4": "FFC000", "accent5": "5B9BD5", "accent6": "70AD47", "hlink": "0563C1",
    "folHlink": "954F72",
}  # fmt: skip


def font_table(looks: Looks) -> bytes:
    """The fonts that the styles name, each with a free one that stands in for it where it is not installed."""
    return part("fonts", "".join(_font(name) for name in sorted({name for _, name in looks.fonts})))


def _font(name: str) -> str:
    # w:altName is what Word and LibreOffice try before a font of their own choice.
    other = FALLBACKS.get(name)
    alternative = f'<w:altName w:val="{escape(other)}"/>' if other else ""
    return f'<w:font w:name="{escape(name)}">{alternative}</w:font>'


def theme(looks: Looks) -> bytes:
    """A plain theme with the fonts of the language."""
    colors = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLORS.items())
    latin, cjk, complex_ = (escape(looks.font(script)) for script in ("latin", "cjk", "complex"))
    fonts = f'<a:latin typeface="{latin}"/><a:ea typeface="{cjk}"/><a:cs typeface="{complex_}"/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    content = (
        f'<a:themeElements><a:clrScheme name="Plain">{colors}</a:clrScheme>'
        f'<a:fontScheme name="Plain"><a:majorFont>{fonts}</a:majorFont>'
        f"<a:minorFont>{fonts}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Plain"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements>"
    )
    return f'{HEADER}<a:theme xmlns:a="{_DRAWING}" name="Plain">{content}</a:theme>'.encode()
