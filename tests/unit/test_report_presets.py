"""Which parts of the paper go along for whom."""

import pytest

from symtrack.diary.setting_keys import parse_setting
from symtrack.errors import InputError
from symtrack.report import presets


def test_everybody_has_four_presets():
    """The window offers them by name."""
    assert [each.key for each in presets.presets({})] == ["oncologist", "palliative-nurse", "family-doctor", "family"]
    assert not any(each.private for each in presets.presets({}))


def test_an_own_preset_is_kept_as_a_setting_and_found_again():
    """What was ticked once is ticked again next time, private or not."""
    kept = presets.value(["notes", "doses"], private=True)
    own = presets.presets({"preset.Dr Okafor": kept})[-1]
    assert (own.key, own.name, own.private) == ("Dr Okafor", "Dr Okafor", True)
    assert set(own.sections) == {"notes", "doses"}


def test_an_own_preset_takes_the_place_of_its_namesake():
    """Who changed what the family gets finds it changed."""
    own = {"preset.family": {"sections": ["notes"]}}
    assert presets.preset("family", own).sections == ("notes",)
    assert len(presets.presets(own)) == len(presets.READY)


def test_parts_of_a_later_version_are_left_out():
    """A preset from another computer with a newer symtrack still works."""
    assert presets.preset("x", {"preset.x": {"sections": ["notes", "holograms"]}}).sections == ("notes",)
    assert presets.presets({"preset.x": "nonsense"}) == presets.READY


def test_the_nearest_name_is_said():
    """A slip of a letter is answered with what was meant."""
    with pytest.raises(InputError, match=r"“oncolgist” is not a preset.+Did you mean “oncologist”"):
        presets.preset("oncolgist", {})
    with pytest.raises(InputError, match="Did you mean “notes”"):
        presets.named(["note"])


@pytest.mark.parametrize(
    "text", ["all", '{"sections": "notes"}', '{"sections": [1]}', '{"sections": [], "private": 1}']
)
def test_what_is_no_preset_is_not_kept(text):
    """A preset that nobody could use is refused when it is set."""
    with pytest.raises(InputError, match="is written as"):
        parse_setting("preset.mine", text)


def test_every_ready_preset_names_parts_that_there_are():
    """A part that was renamed would silently be missing on somebody's paper."""
    assert {key for each in presets.READY for key in each.sections} <= set(presets.choosable())
