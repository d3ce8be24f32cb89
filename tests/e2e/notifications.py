"""The part of a desktop that shows notifications, on a real bus: it shows nothing, and prints what it is asked to show.

`notifications.py [tray]`; with `tray` there is also a place for icons among the system's.
"""

import json
import sys

from jeepney import HeaderFields, Message, MessageType, new_error, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

TRAY = """<node><interface name="org.kde.StatusNotifierWatcher">
<method name="RegisterStatusNotifierItem"><arg name="service" type="s" direction="in"/></method>
<property name="IsStatusNotifierHostRegistered" type="b" access="read"/>
<property name="ProtocolVersion" type="i" access="read"/>
</interface></node>"""


def say(**said: object) -> None:
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()


def answer(asked: Message, number: int) -> Message:
    """The reply to what somebody on the bus asks."""
    what, given = asked.header.fields[HeaderFields.member], asked.body
    if what == "Notify":
        app, _replaces, icon, summary, body, actions, hints, _expires = given
        plain = {name: value for name, (_type, value) in hints.items()}
        say(app=app, icon=icon, summary=summary, body=body, actions=list(actions), hints=sorted(plain.items()))
        return new_method_return(asked, "u", (number,))
    if what == "CloseNotification":
        say(closed=True)
        return new_method_return(asked)
    if what == "RegisterStatusNotifierItem":
        say(tray=True)
        return new_method_return(asked)
    if what == "Introspect":
        return new_method_return(asked, "s", (TRAY,))
    if what == "Get":
        return new_method_return(asked, "v", (("b", True) if given[1].startswith("Is") else ("i", 0),))
    if what == "GetCapabilities":
        return new_method_return(asked, "as", (["body"],))
    if what == "GetServerInformation":
        return new_method_return(asked, "ssss", ("tests", "symtrack", "1", "1.2"))
    return new_error(asked, "org.freedesktop.DBus.Error.UnknownMethod")


def main(*parts: str) -> None:
    bus: DBusConnection = open_dbus_connection()
    names = ["org.freedesktop.Notifications", *(["org.kde.StatusNotifierWatcher"] if "tray" in parts else [])]
    for name in names:
        bus.send_and_get_reply(message_bus.RequestName(name))
    say(ready=True)
    number = 0
    while True:
        asked = bus.receive()
        if asked.header.message_type is MessageType.method_call:
            number += 1
            bus.send(answer(asked, number))


if __name__ == "__main__":
    main(*sys.argv[1:])
