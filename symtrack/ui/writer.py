"""Who is at the keyboard."""

from dataclasses import dataclass

from symtrack.diary.rows import PATIENT, voice_name


@dataclass(frozen=True, slots=True)
class Writer:
    """Whose view is written, and who types it when that is somebody else."""

    voice: str = PATIENT
    entered_by: str | None = None

    @property
    def name(self) -> str:
        """The name of the person at the keyboard, empty for the patient."""
        return self.entered_by or voice_name(self.voice)

    @property
    def own_view(self) -> bool:
        """Whether it is a caregiver's own view, which is kept apart from what the patient says."""
        return self.voice != PATIENT
