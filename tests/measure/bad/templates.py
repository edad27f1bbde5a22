"""Templates of the user's own: Jinja2 that never ends, never fits, or is none."""

from __future__ import annotations

import random

from tests.measure.bad.mutations import text_broken
from tests.measure.bad.trial import BASE, BUILD, BUILD_ENGLISH, CHECK, Trial, base, text_of, trial

_KIND = "templates/en/paragraphs/visit.j2"
_MASTHEAD = (BASE.parents[3] / "templates/en/masthead.j2").read_text("utf-8")
_STANDING = (BASE.parents[3] / "templates/en/standing.j2").read_text("utf-8")
SNIPPETS = [
    "{% for i in range(100000) %}{% for j in range(100000) %}{% for k in range(100000) %}x{% endfor %}{% endfor %}{% endfor %}",
    "{% for i in range(99999) if false %}{% endfor %}" * 50, "{% for i in range(10**9) %}x{% endfor %}", "{{ range(10**12) | list }}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "{% macro m(n) %}{% if n %}{{ m(n-1) }}{{ m(n-1) }}{% endif %}{% endmacro %}{{ m(40) }}",
    "{% include 'paragraphs/visit.j2' %}", "{% extends 'paragraphs/visit.j2' %}", "{% import 'paragraphs/visit.j2' as x %}", "{% include 'none' %}",
    "{% include '/etc/passwd' %}", "{% include '../../../etc/passwd' %}", "{% include 'link' %}", "{% include host %}", "{% extends none %}",
    "{{ 1 / 0 }}", "{{ 1 // 0 }}", "{{ 1 % 0 }}", "{{ none + 1 }}", "{{ 'a' + 1 }}", "{{ host + 1 }}", "{{ host.x }}", "{{ host[0] }}",
    "{{ nobody }}", "{{ nobody.x }}", "{{ host | nofilter }}", "{{ host is notest }}", "{{ host | form }}", "{{ host | form(1, 2) }}",
    "{{ host | counted(one=host) }}", "{{ host | counted(1) }}", "{{ 1 | form('x') }}", "{{ none | figures }}", "{{ 'a' | counted(one='b') }}",
    "{{ 'x' * 10**9 }}", "{{ 'x' * 10**12 }}", "{{ [0] * 10**9 }}", "{{ 2 ** 9999999 }}", "{{ 10 ** 10 ** 10 }}", "{{ 9 ** 9 ** 9 ** 9 }}",
    "{{ 'x' | center(10**10) }}", "{{ 'x\\n' * 1000 | indent(10**9) }}", "{{ '%1000000000d' % 1 }}", "{{ '%1000000000d' | format(1) }}",
    "{{ '{:1000000000}'.format(1) }}", "{{ '%*d' % (10**9, 1) }}", "{{ ''.join(['x'] * 10**8) }}", "{{ lipsum(n=100000) }}",
    "{{ ''.__class__ }}", "{{ ().__class__.__bases__[0].__subclasses__() }}", "{{ self }}", "{{ self.__init__ }}", "{{ cycler() }}",
    "{{ cycler }}", "{{ joiner }}", "{{ dict }}", "{{ namespace() }}", "{{ range }}", "{{ loop }}", "{{ caller() }}", "{{ super() }}",
    "{% set ns = namespace(x='a') %}{% for i in range(60) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}{{ ns.x }}",
    "{% set ns = namespace(x='a') %}{% for i in range(60) %}{% set ns.x = ns.x + ns.x %}{% endfor %}",
    "{% set ns = namespace(x=[1]) %}{% for i in range(60) %}{% set ns.x = [ns.x, ns.x] %}{% endfor %}{{ ns.x }}",
    "{% set ns = namespace(x=9) %}{% for i in range(60) %}{% set ns.x = ns.x * ns.x %}{% endfor %}{{ ns.x }}",
    "{% for x in 5 %}{% endfor %}", "{% for x in none %}{% endfor %}", "{% for a, b in [1, 2] %}{% endfor %}", "{% set a, b = 1 %}",
    "{% block x %}{% endblock %}{% block x %}{% endblock %}", "{% if %}", "{% endif %}", "{% for %}", "{{", "}}", "{%", "{#", "{% raw %}",
    "{% for x in y recursive %}{{ loop(x) }}{% endfor %}", "{% for x in [[]] recursive %}{{ loop([[]]) }}{% endfor %}", "{% do 1 %}", "{% break %}",
    "{% call x() %}{% endcall %}", "{% filter nofilter %}{% endfilter %}", "{% filter upper %}{{ host }}{% endfilter %}", "{% trans %}a{% endtrans %}",
    "{{ '\\ud800' }}", "{{ '\\x00' }}", "{{ 'a'.encode() }}", "{{ 'x' | int(base=99) }}", "{{ '1' | round(99999) }}", "{{ [3, 'a'] | sort }}",
    "{{ {}.x }}", "{{ {'a': 1}['b'] }}", "{{ [1][5] }}", "{{ [] | first }}", "{{ [] | max }}", "{{ [1] | batch(0) | list }}", "{{ 5 | list }}",
    "{{ host | attr('filters') }}", "{{ host.filters }}", "{{ host.through('x', (), {}) }}", "{{ host._Filters }}", "{{ host == host }}",
    "{{ [1] | slice(0) | list }}", "{{ [1] | groupby('x') }}", "{{ 'x' | tojson }}", "{{ host | tojson }}", "{{ 'x' | xmlattr }}",
    "{{ host | pprint }}", "{{ [host] | map('nofilter') | list }}", "{{ [1] | map(attribute='x') | list }}", "{{ [1] | select('notest') | list }}",
    "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}", "{% if 1 %}" * 200 + "{% endif %}" * 200, "{% for i in [1] %}" * 30 + "{% endfor %}" * 30,
    "{{ " + "1+" * 5000 + "1 }}", "{{ " + "9" * 5000 + " }}", "{{ " + "-" * 5000 + "1 }}", "{{ 1e400 }}", "{{ 'é' }}", "\u202e", "{{ '{{' }}",
    "{{ '}}' }}", "{{ \"{{ nobody }}\" }}", "{{ \"{{ host | form('x\" }}", "x" * 300_000, "{{ people }} {{ people }}", "**", "[^x]", "<b>",
    "{% set host = 1 %}{{ host }}", "{% with %}{% endwith %}", "{% autoescape true %}{{ '<' }}{% endautoescape %}", "{{ ['a'] | join(5) }}",
    "{{ 'a' | replace('a', 'b' * 100000) | replace('b', 'c' * 100000) }}", "{{ 'ab' | wordwrap(0) }}", "{{ 'a' | truncate(-5) }}",
]  # fmt: skip


def make(chance: random.Random) -> Trial:
    """A snippet in a template, a template in pieces, or a block that is missing."""
    name, text = chance.choice(
        [(_KIND, text_of(_KIND)), (_KIND, text_of(_KIND)), ("templates/en/masthead.j2", _MASTHEAD),
         ("templates/fr/paragraphs/visit.j2", text_of("templates/fr/paragraphs/visit.j2")), ("templates/en/standing.j2", _STANDING)]
    )  # fmt: skip
    command = chance.choice([BUILD, CHECK] if "fr" in name else [BUILD_ENGLISH, BUILD_ENGLISH, CHECK])
    match chance.randrange(8):
        case 0 | 1:
            data: bytes | None = text_broken(chance, text)
        case 2:
            data = None if name in base() and chance.random() < 0.3 else b""
        case _:
            snippet = chance.choice(SNIPPETS).encode("utf-8", "surrogatepass").decode("utf-8", "replace")
            at = chance.choice([0, len(text), chance.randrange(len(text) + 1)])
            if name.endswith("masthead.j2"):
                at = text.index("{% endblock %}", chance.randrange(len(text) - 200))
            data = (text[:at] + snippet + text[at:]).encode()
    made = trial(name, data, command)
    made.special.append(("link", "templates/en/link", "/proc/self/environ"))
    return made
