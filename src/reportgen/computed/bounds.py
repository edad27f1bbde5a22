"""Whether a number that is said with a qualifier holds for the exact one: more than 50 for 58, and not for 73."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from reportgen.facts import Qualifier
from reportgen.record import record


@record
class Bounds:
    """The bounds of the exact number as multiples of the one that is said.

    `above` and `below` are left out themselves, `least` and `most` are not; `below_next_round` says that it is less
    than the next round number. Those that are None bound nothing.
    """

    above: Decimal | None = None
    least: Decimal | None = None
    below: Decimal | None = None
    most: Decimal | None = None
    below_next_round: bool = False

    def hold(self, said: Fraction, exact: Fraction) -> bool:
        """Whether the exact number lies within the bounds of what is said."""
        return (
            (self.above is None or exact > Fraction(self.above) * said)
            and (self.least is None or exact >= Fraction(self.least) * said)
            and (self.below is None or exact < Fraction(self.below) * said)
            and (self.most is None or exact <= Fraction(self.most) * said)
            and not (self.below_next_round and exact >= next_round(said))
        )


BoundsByQualifier = dict[Qualifier, Bounds]


def next_round(number: Fraction) -> Fraction:
    """The next number that is as round: 60 after 50, 200 after 100, 80 after 75, 8 after 7."""
    if number <= 0 or number.denominator != 1:
        return number + 1
    step = 1
    while number % (step * 10) == 0:
        step *= 10
    # 75 and 150 count in fives, 50 and 500 in tens and hundreds.
    return number + (step * 5 if number / step > 10 and number / step % 5 == 0 else step)
