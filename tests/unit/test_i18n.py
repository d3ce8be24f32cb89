"""Words, dates and numbers in the person's language."""

from datetime import date, time

import pytest

from symtrack import i18n
from symtrack.diary import measures
from symtrack.errors import InputError
from tools import pseudo

DAY = date(2026, 5, 15)


def test_a_day_is_written_in_words() -> None:
    """The forms of one day in British English, from the longest to the shortest."""
    assert i18n.long_day(DAY) == "Friday 15 May"
    assert i18n.dated(DAY) == "15 May 2026"
    assert i18n.month(DAY) == "May 2026"
    assert i18n.short_day(DAY) == "15 May"
    assert i18n.weekday(DAY) == "Fri 15"


def test_the_month_comes_first_in_american_english() -> None:
    """A language without sentences of its own still orders dates in its own way."""
    with i18n.speaking("en_US"):
        assert i18n.short_day(DAY) == "May 15"
        assert i18n.clock(time(14, 2)).startswith("2:02")


def test_german_writes_days_and_numbers_in_its_own_way() -> None:
    """The day comes with a point, the weekday with a comma, and a comma before the decimals."""
    with i18n.speaking("de"):
        assert i18n.long_day(DAY, year=True) == "Freitag, 15.\u00a0Mai 2026"
        assert i18n.long_day(DAY) == "Freitag, 15.\u00a0Mai"
        assert i18n.days(date(2026, 5, 12), DAY) == "12.–15.\u00a0Mai"
        assert i18n.short_day(date(2026, 4, 20)) == "20.\u00a0Apr"  # With no point: a sentence can end there.
        assert i18n.number(5.44) == "5,4"
        assert i18n.clock(time(14, 2)) == "14:02"
        assert [i18n.n_("{n} day", "{n} days", n).format(n=n) for n in (1, 2)] == ["1 Tag", "2 Tage"]


@pytest.mark.parametrize(
    ("language", "weekday", "paper", "weight", "temperature"),
    [
        ("en_GB", 0, "a4", "kg", "C"),
        ("de", 0, "a4", "kg", "C"),
        ("de_AT", 0, "a4", "kg", "C"),
        ("en_US", 6, "letter", "lb", "F"),
        ("en_CA", 6, "letter", "kg", "C"),
    ],
)
def test_customs_go_with_the_language(language: str, weekday: int, paper: str, weight: str, temperature: str) -> None:
    """The first day of the week, the size of paper, and the units that are offered before one was typed."""
    with i18n.speaking(language):
        assert (i18n.first_weekday(), i18n.usual_paper()) == (weekday, paper)
        assert [measures.KINDS[what].usual_unit() for what in ("weight", "temperature")] == [weight, temperature]


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 5, 12), date(2026, 5, 15), "12–15 May"),
        (date(2026, 5, 15), date(2026, 5, 15), "15 May"),
    ],
)
def test_a_stretch_of_days_is_short(first: date, last: date, words: str) -> None:
    """Days of one month share its name, and one day alone is no stretch."""
    assert i18n.days(first, last).replace("\u202f", "") == words


def test_a_stretch_over_new_year_names_both_years() -> None:
    """Nobody should have to guess which January is meant."""
    words = i18n.days(date(2025, 12, 30), date(2026, 1, 2))
    assert "2025" in words
    assert "2026" in words


def test_a_number_has_one_decimal_at_most() -> None:
    """A mean of ratings is not known to a hundredth."""
    assert [i18n.number(value) for value in (6, 5.44, 5.0)] == ["6", "5.4", "5"]


def test_the_clock_is_written_as_the_language_writes_it() -> None:
    """British English counts to 24 with two digits."""
    assert i18n.clock(time(9, 5)) == "09:05"


def test_a_language_that_does_not_exist_is_refused_in_a_sentence() -> None:
    """The sentence names the languages that there are."""
    with pytest.raises(InputError, match=r"There is no translation for “tlh”\. There are: en"):
        i18n.load("tlh")


def test_the_language_before_is_spoken_again_afterwards() -> None:
    """A paper in another language does not change the window's."""
    with i18n.speaking("en_US"):
        assert i18n.code() == "en_US"
    assert i18n.code() == "en_GB"


@pytest.mark.parametrize(
    ("system", "spoken"),
    [
        ("en_US.UTF-8", "en_US"),
        ("en_IE@euro", "en_IE"),
        ("tlh_XX.UTF-8", "en_GB"),
        ("en_XX.UTF-8", "en_GB"),
        ("C", "en_GB"),
    ],
)
def test_the_system_says_which_language_to_speak(system: str, spoken: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A language without a translation falls back to British English."""
    monkeypatch.setenv("LC_ALL", system)
    assert i18n.system_code() == spoken


def test_a_number_keeps_its_order_in_a_language_that_runs_from_right_to_left() -> None:
    """“01632 960 111” within Hebrew would be read as “111 960 01632”; in English it is left as it is."""
    assert i18n.left_to_right("01632 960 111") == "01632 960 111"
    with i18n.speaking(pseudo.mirrored()):
        assert i18n.right_to_left()
        assert i18n.left_to_right("01632 960 111") == "\u206601632 960 111\u2069"


def test_the_made_up_languages_say_every_sentence_and_keep_its_names() -> None:
    """Words longer by two fifths at least, or in other letters; what stands in braces is filled in as ever."""
    sentence = "The last good copy is of {day}."
    letters = sum(map(str.isalpha, sentence.replace("{day}", "")))
    with i18n.speaking(pseudo.longer()):
        assert sum(map(str.isalpha, i18n._(sentence).replace("{day}", ""))) >= 1.4 * letters
        assert "{day}" in i18n._(sentence)
    with i18n.speaking(pseudo.mirrored()):
        assert "{day}" in i18n._(sentence)
        assert not set(i18n._(sentence).replace("{day}", "")) & set("aeiounrst")


@pytest.mark.parametrize(
    ("language", "typed", "number"),
    [
        ("en_GB", "37", 37),
        ("en_GB", " 37.5 ", 37.5),
        ("en_GB", "37,5", 37.5),
        ("en_GB", "1,234", 1234),
        ("en_GB", "0.125", 0.125),
        ("en_GB", "150000", 150000),
        ("de", "37,5", 37.5),
        ("de", "1.234", 1234),
        ("de", "37.5", 37.5),
        ("en_GB", "<5", None),
        ("en_GB", "37 or so", None),
        ("en_GB", "1e5", None),
        ("en_GB", "-3", None),
        ("en_GB", "", None),
        ("en_GB", "1.2.3", None),
    ],
)
def test_a_number_is_read_as_it_is_written_here(language, typed, number):
    """A letter from the laboratory has its own sign for decimals; what may be thousands is taken as it is here."""
    with i18n.speaking(i18n.Language(language)):
        assert i18n.parse_number(typed) == number
