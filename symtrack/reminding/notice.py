"""A notification, quiet, shown by this computer's own means and without Qt."""

import os
import subprocess
import sys

from symtrack.errors import SymtrackError
from symtrack.i18n import _
from symtrack.reasons import reason
from symtrack.reminding import words

SERVICE, PLACE = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
PATIENCE = 2
"""Seconds to wait for the computer's answer."""

MAC = """on run said
display notification "" with title (item 1 of said)
end run"""

WINDOWS = """
[Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications, ContentType = WindowsRuntime] | Out-Null
$kind = [Windows.UI.Notifications.ToastTemplateType]::ToastText01
$toast = [Windows.UI.Notifications.ToastNotificationManager]::GetTemplateContent($kind)
$toast.GetElementsByTagName('text').Item(0).AppendChild($toast.CreateTextNode($env:SYMTRACK_SAYS)) | Out-Null
$silent = $toast.CreateElement('audio'); $silent.SetAttribute('silent', 'true')
$toast.DocumentElement.AppendChild($silent) | Out-Null
$app = '{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}\\WindowsPowerShell\\v1.0\\powershell.exe'
$shown = [Windows.UI.Notifications.ToastNotification]::new($toast)
[Windows.UI.Notifications.ToastNotificationManager]::CreateToastNotifier($app).Show($shown)
"""


def show(said: str) -> None:
    """Show the sentence, and nothing with it; SymtrackError when nothing here shows notifications.

    Linux is tried by the tests. What stands here for macOS and Windows follows their manuals, and was not tried.
    """
    try:
        if sys.platform == "darwin":
            _run(["osascript", "-e", MAC, said])
        elif sys.platform == "win32":
            _run(["powershell", "-NoProfile", "-NonInteractive", "-Command", WINDOWS], SYMTRACK_SAYS=said)
        else:
            _by_bus(said)
    except (OSError, RuntimeError, ValueError, StopIteration, subprocess.SubprocessError) as error:
        raise SymtrackError(
            _("The reminder could not be shown: nothing on this computer shows notifications ({why}).").format(
                why=reason(error) if isinstance(error, OSError) else error
            )
        ) from error


def _run(command: list[str], **environment: str) -> None:
    subprocess.run(command, check=True, timeout=10 * PATIENCE, capture_output=True, env={**os.environ, **environment})


def _by_bus(said: str) -> None:
    from jeepney import DBusAddress, MessageType, new_method_call
    from jeepney.auth import AuthenticationError
    from jeepney.io.blocking import open_dbus_connection

    hints = {"urgency": ("y", 1), "suppress-sound": ("b", True)}
    # Its own name, no earlier one to take the place of, no icon, the sentence, no more text, nothing to press.
    body: tuple[object, ...] = (words.name(), 0, "", said, "", [], hints, -1)
    message = new_method_call(DBusAddress(PLACE, SERVICE, SERVICE), "Notify", "susssasa{sv}i", body)
    try:
        with open_dbus_connection(_bus(), auth_timeout=PATIENCE) as bus:
            reply = bus.send_and_get_reply(message, timeout=PATIENCE)
    except AuthenticationError as error:
        raise RuntimeError(str(error)) from error
    if reply.header.message_type is MessageType.error:
        raise RuntimeError(str(reply.body[0]) if reply.body else SERVICE)


def _bus() -> str:
    """Where this session's bus is; a job that the system runs is not always told."""
    named = os.environ.get("DBUS_SESSION_BUS_ADDRESS")
    return named or f"unix:path={os.environ.get('XDG_RUNTIME_DIR', '/run/user/' + str(os.getuid()))}/bus"
