"""For whom the paper is, as it is chosen now: a preset, or parts that the person ticked."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from symtrack.diary.setting_keys import PRESET
from symtrack.i18n import N_, _
from symtrack.report import all_sections
from symtrack.report.presets import Preset, presets, value
from symtrack.ui.team.along import AlongShown, Part

USUAL = ":usual"
"""No preset of one's own can be called so by chance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForWhom:
    """`preset` is the chosen one's key, empty where the ticks differ from every one."""

    preset: str
    sections: frozenset[str]
    private: bool = False

    @classmethod
    def of(cls, key: str, settings: Mapping[str, object]) -> "ForWhom":
        """What the preset says; the usual parts where there is none of that name any more."""
        found = {preset.key: preset for preset in _all(settings)}
        preset = found.get(key, found[USUAL])
        return cls(preset=preset.key, sections=frozenset(preset.sections), private=preset.private)

    def ticked(self, key: str, *, on: bool) -> "ForWhom":
        """The same with one part ticked, or not."""
        return replace(self, preset="", sections=self.sections | {key} if on else self.sections - {key})

    def with_private(self, *, on: bool) -> "ForWhom":
        """The same with what is private, or without."""
        return replace(self, preset="", private=on)

    def shown(self, settings: Mapping[str, object], hidden: int) -> AlongShown:
        """What the page shows of it; `hidden` counts what is marked as private."""
        own = {key.removeprefix(PRESET) for key, value in settings.items() if key.startswith(PRESET) and value}
        return AlongShown(
            presets=tuple((each.key, each.name if each.key in own else _(each.name)) for each in _all(settings)),
            chosen=self.preset,
            own=self.preset in own,
            parts=tuple(
                Part(key=part.key, words=_(part.name), on=part.key in self.sections)
                for part in all_sections()
                if part.name
            ),
            private=self.private,
            hidden=hidden,
        )

    def setting(self) -> dict[str, object]:
        """What is kept of it under a name."""
        return value(self.sections, private=self.private)


def _all(settings: Mapping[str, object]) -> tuple[Preset, ...]:
    sections = tuple(part.key for part in all_sections() if part.name and part.usual)
    return (Preset(key=USUAL, name=N_("Anyone"), sections=sections), *presets(settings))
