"""FHIR resources as two libraries read them: `read.py FILE...` prints a JSON line for each file, with what fhir.resources
(R4B, the nearest to R4 that it has) refuses, which of R4's invariants fhirpathpy finds broken, and the dates of a plan.

invariants.json has the invariants under R4's own names. Four are said in other words than R4's: `exists()` stands for
`hasValue()`, which fhirpathpy has not, `trace()` is left out, and quantities are compared by their numbers. txt-1 and
txt-2, which R4 gives no expression, are checked by hand."""

import json
import pathlib
import sys
import xml.etree.ElementTree as ElementTree

try:
    import fhirpathpy
    from fhir.resources.R4B import get_fhir_model_class
except ImportError:
    print("no libraries")
    sys.exit(0)

# Under which names elements of a type stand.
NAMED = {
    "Period": ["period", "scheduledPeriod", "boundsPeriod", "effectivePeriod", "timingPeriod"],
    "Timing.repeat": ["repeat"],
    "Expression": ["expression"],
    "Range": ["timingRange", "offsetRange", "boundsRange"],
    "Duration": ["timingDuration", "offsetDuration", "boundsDuration"],
    "CarePlan.activity": ["activity"],
    "Questionnaire.item": ["item"],
    "Bundle.entry": ["entry"],
}

INVARIANTS = json.loads(pathlib.Path(__file__).with_name("invariants.json").read_text("utf-8"))
for invariant in INVARIANTS:
    invariant["holds"] = fhirpathpy.compile(invariant["expression"])


def elements(value, name=None):
    """All objects in a value, each with the name under which it stands."""
    if isinstance(value, list):
        for one in value:
            yield from elements(one, name)
    elif isinstance(value, dict):
        yield name, value
        for key, inner in value.items():
            yield from elements(inner, key)


def is_at(at, name, element):
    if at in NAMED:
        return name in NAMED[at]
    return element.get("resourceType") == at


XHTML = "{http://www.w3.org/1999/xhtml}"
# What narratives here are made of; R4 allows more.
TAGS = {XHTML + tag for tag in ("div", "h2", "h3", "p", "ul", "ol", "li", "b")}


def narrative(text):
    """R4's own checks of narratives (htmlChecks): XHTML of basic elements (txt-1) that says something (txt-2)."""
    try:
        div = ElementTree.fromstring(text.get("div") or "")
    except ElementTree.ParseError:
        return ["txt-1"]
    plain = all(element.tag in TAGS and not element.attrib for element in div.iter())
    keys = [] if plain and div.tag == XHTML + "div" else ["txt-1"]
    return keys if "".join(div.itertext()).strip() else [*keys, "txt-2"]


def broken(resource):
    keys = []
    for name, element in elements(resource):
        if name == "text" and "div" in element:
            keys += narrative(element)
        for invariant in INVARIANTS:
            # As in R4: what comes to nothing is not broken.
            if is_at(invariant["at"], name, element) and invariant["holds"](element) == [False]:
                keys.append(invariant["key"])
    return keys


def refused(resource):
    try:
        get_fhir_model_class(resource["resourceType"]).model_validate(resource)
    except Exception as error:
        return [str(error)]
    return []


def dates(resource):
    """Of a bundle's plan: what is to be done or left, from when until when, as the library reads it."""
    if resource["resourceType"] != "Bundle":
        return []
    bundle = get_fhir_model_class("Bundle").model_validate(resource)
    plan = bundle.entry[0].resource
    found = []
    for activity in plan.activity or []:
        detail = activity.detail
        if detail is None:
            continue
        period = detail.scheduledPeriod
        day = lambda value: None if value is None else value.isoformat()
        found.append(
            {
                "kind": detail.kind,
                "not": detail.doNotPerform,
                "first": period and day(period.start),
                "last": period and day(period.end),
            }
        )
    return found


for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        resource = json.load(file)
    refusals = refused(resource)
    print(
        json.dumps(
            {
                "refused": refusals,
                "broken": broken(resource),
                "dates": [] if refusals else dates(resource),
            }
        )
    )
