"""The summary for the clinic, as several commands need it: as a paper, and along with data for a hospital's system."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from symtrack.exchange.fhir.summary import Paper
    from symtrack.report.orders import Summary
    from symtrack.store import DiaryStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Which parts go along: those of the preset and the named ones; without either the usual ones."""

    preset: str | None = None
    sections: tuple[str, ...] = ()
    private: bool = False

    def chosen(self, settings: Mapping[str, object]) -> tuple[tuple[str, ...] | None, bool]:
        """The keys of the parts, None for the usual ones, and whether what is private goes along."""
        from symtrack.report import presets

        named = presets.named(self.sections)
        if self.preset is None:
            return named or None, self.private
        ready = presets.preset(self.preset, settings)
        return (*ready.sections, *named), self.private or ready.private


def ordered(store: DiaryStore, first: date | None, last: date | None, parts: Parts) -> Summary:
    """The summary of the diary as it stood on the last day: what came later is no part of it."""
    from symtrack.diary.period import Period
    from symtrack.diary.record import Diary
    from symtrack.report import default_period
    from symtrack.report.orders import Summary

    settings = store.settings()
    sections, private = parts.chosen(settings)
    events = [
        event for event in store.events() if (private or not event.private) and (last is None or event.day <= last)
    ]
    until = min(last or store.today, store.today)
    read = Diary.of(store.columns(private=private), events, until=until, settings=settings)
    period = (
        default_period(read) if first is None and last is None else Period(first or default_period(read).first, until)
    )
    if period.last < until:
        read = read.upto(period.last)
    ratings = store.ratings(period.first, period.last)
    return Summary(
        diary=read,
        period=period,
        settings=settings,
        ratings=[rating for rating in ratings if private or not rating.private],
        corrected=store.corrected(period.first, period.last, private=private),
        abouts=store.abouts(private=private),
        sections=sections,
        private=private,
    )


def paper(store: DiaryStore, first: date | None, last: date | None, *, private: bool) -> Paper:
    """The same as a hospital's system takes it: its words, and its PDF."""
    from symtrack.exchange.fhir.summary import Paper
    from symtrack.report.orders import ToldOrder

    order = ordered(store, first, last, Parts(private=private))
    told = ToldOrder(source=order, paper="a4")()
    period = order.period
    return Paper(title=told.title, first=period.first, last=period.last, parts=told.parts, pdf=told.pdf)
