"""The events of calendars as two libraries read them: `read.py FILE...` prints a JSON line for each file and library."""

import datetime
import json
import sys

try:
    import icalendar
    import vobject
except ImportError:
    print("no libraries")
    sys.exit(0)


def day(value):
    assert type(value) is datetime.date, value
    return value.isoformat()


def by_icalendar(text):
    calendar = icalendar.Calendar.from_ical(text)
    for event in calendar.walk("VEVENT"):
        # Reading the ends is what finds those that do not fit.
        yield {
            "uid": str(event["UID"]),
            "first": day(event.start),
            "after": day(event.end),
            "title": str(event["SUMMARY"]),
            "text": str(event["DESCRIPTION"]),
            "alarms": len(event.walk("VALARM")),
        }


def by_vobject(text):
    calendar = vobject.readOne(text)
    calendar.validate(raiseException=True)
    for event in calendar.vevent_list:
        yield {
            "uid": event.uid.value,
            "first": day(event.dtstart.value),
            "after": day(event.dtend.value),
            "title": event.summary.value,
            "text": event.description.value,
            "alarms": len(getattr(event, "valarm_list", [])),
        }


for path in sys.argv[1:]:
    with open(path, encoding="utf-8", newline="") as file:
        text = file.read()
    for library in (by_icalendar, by_vobject):
        print(json.dumps(list(library(text))))
