"""One fact as one language prints it: a number, date or list to inlines, by the filters of a placeholder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from reportgen.errors import WordingError, suggestion
from reportgen.facts import (
    Count,
    Names,
    Value,
    ends_of,
)
from reportgen.language import Language
from reportgen.language.formats import FormError
from reportgen.language.lexicon_entry import LexiconEntry, NameVariants
from reportgen.printing.numbers import NumberPrinter
from reportgen.printing.phrases import check_phrases
from reportgen.printing.request import Refusal, Request, request_of
from reportgen.record import record, replace
from reportgen.tree.inlines import Content, Inline, ListJoin, NameUse, PrintedFact, Text
from reportgen.tree.text import marked_up, raised
from reportgen.wording import Filter, Placeholder

NEVER_SHORT = ("place", "sdg", "language")
"""Kinds of name that have no abbreviations."""

FindFact = Callable[[str], Value | None]


@record
class Printer:
    """Prints facts in one language; `figured` are the series of counts that stand in figures."""

    language: Language
    find: FindFact
    figured: frozenset[str] = frozenset()

    def fact(self, placeholder: Placeholder, value: Value, at_start: bool) -> Content:
        """The inlines of one placeholder; a `Refusal` where the fact cannot be printed so."""
        request = request_of(placeholder.filters)
        whole, value = value, self._item(placeholder, value)
        if request.choice and request.choice.name in ("plural", "agree"):
            text = self._agreeing(placeholder, request.choice, whole if not placeholder.item else value)
            return (Text(raised(text) if at_start else text, placeholder.origin),)
        by_rule = self._by_rule(placeholder, value, request, at_start)  # tried even where own words take its place
        if request.words is not None and request.when in ("", str(value)):
            return self._printed(placeholder, value, request.words, at_start)
        return by_rule

    def _by_rule(self, placeholder: Placeholder, value: Value, request: Request, at_start: bool) -> Content:
        """What the language's rules print, regardless of words that as() gives for this value."""
        if request.group and not isinstance(value, Count):
            message = f"of() takes a count; '{placeholder.fact}' is a {value.kind}"
            raise Refusal(message, "write it without of(), the group in a placeholder of its own")
        try:
            if isinstance(value, Names):
                return self._names(placeholder, value, request, at_start)
            if request.group and isinstance(value, Count):
                return self._of_group(placeholder, value, request, at_start)
            text = self._numbers.text(placeholder, value, request, at_start)
        except FormError as error:
            hint = suggestion(error.form, error.forms) or f"forms: {', '.join(error.forms) or 'none'}"
            message = f"'{placeholder.fact}' has no form '{error.form}' in {self.language.tag}"
            raise Refusal(message, hint) from None
        return self._printed(placeholder, value, text, at_start)

    @property
    def _numbers(self) -> NumberPrinter:
        return NumberPrinter(self.language, self.figured)

    def _printed(self, placeholder: Placeholder, value: Value, text: str, at_start: bool) -> Content:
        shown = raised(text) if at_start else text
        return (PrintedFact(placeholder.fact, value.kind, str(value), (Text(shown),), placeholder.origin),)

    def _item(self, placeholder: Placeholder, value: Value) -> Value:
        item = placeholder.item
        if not item:
            return value
        ends = ends_of(value)
        if ends and item in ("low", "high"):
            return ends[item == "high"]
        if isinstance(value, Names):
            for each in value.ids:
                # Ids have hyphens, and a name behind a dot cannot: un-women is written un_women.
                if item in (each, each.replace("-", "_")):
                    return replace(value, ids=(each,), many=False)
            known = [each.replace("-", "_") for each in value.ids]
            hint = suggestion(item, known) or f"one of those of the list: {', '.join(known[:12])} …"
            raise Refusal(f"'{placeholder.fact}' has no item '{item}'", hint)
        hint = "only lists and ranges have items: {{ countries.MW }}, {{ ages.low }}"
        raise Refusal(f"'{placeholder.fact}' has no item '{item}'", hint)

    def _agreeing(self, placeholder: Placeholder, choice: Filter, value: Value) -> str:
        options = dict(choice.options)
        if choice.name == "plural":
            return self._numbers.agreeing(placeholder, choice, value)
        if not isinstance(value, Names):
            raise Refusal(f"agree() takes a name; '{placeholder.fact}' is a {value.kind}", "use plural() for numbers")
        classes = {*self.language.conventions.agreement, "pl"}
        for key in options:
            if key not in classes:
                hint = suggestion(key, classes) or f"one of: {', '.join(sorted(classes))}"
                raise Refusal(f"'{key}' is no class of agreement in {self.language.tag}", hint)
        wanted = self._class(value)
        if wanted not in options:
            raise Refusal(
                f"agree() has no words for '{wanted}', the class of '{placeholder.fact}'", f'add {wanted}="…"'
            )
        return options[wanted]

    def _class(self, value: Names) -> str:
        if len(value.ids) > 1:
            return "pl"
        entry = self._entry(value.kind, value.ids[0])
        # Guessing a gender from the name would be wrong too often.
        if not entry.agreement:
            hint = "give its entry in the lexicon a 'class'"
            raise Refusal(f"the {value.kind} '{entry.id}' has no class in {self.language.tag}", hint)
        return entry.agreement

    def _of_group(self, placeholder: Placeholder, value: Count, request: Request, at_start: bool) -> Content:
        """A number with the group of people that it counts: 53 prosecutors; 234 police officers and judges."""
        name, form = request.group[0], (*request.group, "default")[1]
        group = self.find(name)
        if not isinstance(group, Names) or group.kind != "group":
            what = f"a {group.kind}" if group else "no fact"
            hint = f"{name}: {{group: …}} under 'facts:', with an id of the lexicon"
            raise Refusal(f"of() takes a group of people; '{name}' is {what}", hint)
        category = self.language.plural_category(value.number)
        number = self._numbers.number(value, request, at_start)
        content: list[Inline] = []
        joins = self._joins(len(group.ids), figures=False) if len(group.ids) > 1 else []
        for index, each in enumerate(group.ids):
            phrases = self._phrases(each, form)
            if index:
                content.append(joins[index - 1])
            before, hash_, noun = phrases[category].rpartition("#")
            # The number stands once, before the first group; the phrases of the others keep only their noun.
            words = noun.strip()
            if hash_ and not index:
                space = noun[: len(noun) - len(noun.lstrip())]
                opening = before + number + space
                content.append(Text(raised(opening) if at_start else opening))
            shown = raised(words) if at_start and not content else words
            content.append(PrintedFact(name, "group", each, (Text(shown),)))
        return (PrintedFact(placeholder.fact, value.kind, str(value), tuple(content), placeholder.origin),)

    def _phrases(self, group: str, form: str) -> dict[str, str]:
        """What stands behind a number for a group of people, by plural category."""
        counted = self._entry("group", group).counted
        if not counted:
            hint = "give its entry in the lexicon 'counted'"
            raise Refusal(f"the group '{group}' has no words behind a number in {self.language.tag}", hint)
        if form not in counted:
            raise FormError(form, tuple(counted))
        categories = self.language.plural_categories()
        if set(counted[form]) != set(categories):
            message = f"the group '{group}' has not the phrases {', '.join(categories)} in {self.language.tag}"
            raise Refusal(
                message,
                f"write all of them, and no others, in 'counted' of locales/{self.language.tag}/lexicon/groups.yaml",
            )
        check_phrases(self.language, f"the group '{group}'", counted[form])
        return counted[form]

    def _entry(self, kind: str, name: str) -> LexiconEntry:
        try:
            return self.language.name(kind, name)
        except KeyError:
            message = f"there is no {kind} '{name}' in locales/{self.language.tag}/lexicon"
            raise Refusal(message, self.language.lexicon.hint(kind, name)) from None

    def _names(self, placeholder: Placeholder, value: Names, request: Request, at_start: bool) -> Content:
        if request.style or request.choice:
            what = request.style or request.choice.name if request.choice else request.style
            raise Refusal(
                f"'{what}' takes a number; '{placeholder.fact}' is a {value.kind}", f"write it without '{what}'"
            )
        if len(value.ids) == 1:
            return (self._use(placeholder, value.kind, value.ids[0], request, at_start, alone=True),)
        # Sorted by the language: Arabic and Russian documents list States in their own alphabets.
        ids = value.ids if value.order == "given" else self.language.sorted_ids(value.kind, self._known(value))
        forms = self._forms_in_list(value.kind, ids, request.form)
        uses: list[Inline] = []
        joins = self._joins(len(ids), figures=value.kind == "sdg")
        for index, (each, form) in enumerate(zip(ids, forms, strict=True)):
            if index:
                join = joins[index - 1]
                uses.append(ListJoin(join.text, join.before, placeholder.origin))
            here = request if form == request.form else replace(request, form=form)
            uses.append(self._use(placeholder, value.kind, each, here, at_start and not index, alone=False))
        return tuple(uses)

    def _known(self, value: Names) -> tuple[str, ...]:
        for each in value.ids:
            self._entry(value.kind, each)
        return value.ids

    def _forms_in_list(self, kind: str, ids: Sequence[str], form: str) -> list[str]:
        rule = self.language.conventions.lists
        # In most languages the first preposition serves the whole list: "in Kenya, Mali and Togo".
        if form in rule.once:
            return [form, *[""] * (len(ids) - 1)]
        if form not in rule.restarted:
            return [form] * len(ids)
        openings = [self._entry(kind, each).form(form).full.split(" ")[0] for each in ids]
        # Russian says в for one country and на for the next: where the preposition changes, it is said again.
        again = [before != here for before, here in zip(["", *openings], openings, strict=False)]
        return [form if anew else rule.restarted[form] for anew in again]

    def _joins(self, length: int, figures: bool) -> list[ListJoin]:
        rule = self.language.conventions.lists
        joins = (rule.figures if figures else None) or rule
        # The last join differs ("and"), and some languages join two items in a third way.
        texts = [joins.separator] * (length - 2) + [joins.pair if length == 2 else joins.last]
        return [ListJoin(text, tuple(rule.before.get(text, {}).items())) for text in texts]

    def _use(self, where: Placeholder, kind: str, name: str, request: Request, at_start: bool, alone: bool) -> NameUse:
        entry = self._entry(kind, name)
        style = request.name_style
        # A list has the bare name and running text the one with its article.
        if kind in NEVER_SHORT:
            style = "running" if alone else "list"
        variants = entry.form(request.form)
        try:
            _check_markup(variants)
        except WordingError as error:
            raise WordingError(error.message, entry.position, error.hint) from None
        if style == "short" and not variants.short:
            raise Refusal(f"'{name}' has no short form in {self.language.tag}", "write it without 'short'")
        if style == "third" and not variants.third:
            style = "short" if variants.short else "full"
        return NameUse(
            where.fact, kind, name, variants, entry.abbreviation, entry.introduce, style, at_start, where.origin
        )


@lru_cache(maxsize=8192)
def _check_markup(variants: NameVariants) -> None:
    """Raise an error for a name that holds more than text and light markup; asked once for each name."""
    for text in (variants.full, variants.short, variants.third):
        marked_up(text)
