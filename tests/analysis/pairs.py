"""Which sentences of protocols hold back which, by the z3 solver: one incremental solver a protocol, with a push
and a pop for each pair. It knows nothing of the program but the meaning of a few conditions and windows."""

import json
import sys

try:
    import z3
except ImportError:
    print("no z3")
    sys.exit(0)

# What lies under what, besides itself: all that a class covers.
COVERS = {"makeup": {"foundation"}}
AFTERCARE = 24 * 10 - 10
NEVER = 10**9

smoker, phase, age = z3.Bool("smoker"), z3.Int("phase"), z3.Real("age")
# A fact that does not apply makes each question about it false.
applies = {name: z3.Bool(f"{name} applies") for name in ("smoker", "phase", "age")}
SAME_FOR_ALL = [phase >= 0, phase <= 2, age >= 0]


def condition(said):
    match said:
        case ["true"]:
            return z3.BoolVal(True)
        case ["smoker"]:
            return z3.And(applies["smoker"], smoker)
        case ["phase", first, last]:
            return z3.And(applies["phase"], phase >= first, phase <= last)
        case ["age under", years]:
            return z3.And(applies["age"], age < years)
        case ["age over", years]:
            return z3.And(applies["age"], age > years)
        case ["not", inner]:
            return z3.Not(condition(inner))
        case ["and", one, other]:
            return z3.And(condition(one), condition(other))
        case ["or", one, other]:
            return z3.Or(condition(one), condition(other))
    raise ValueError(said)


def hours(window):
    """From the treatment, at ten in the morning, on: a day starts ten hours before its treatment's time."""
    match window:
        case ["unsaid"]:
            return 0, AFTERCARE
        case ["days", days]:
            return 0, 24 * days - 10
        case ["hours", hours]:
            return 0, hours
        case ["on", first, last]:
            return 24 * first - 10, 24 * (last + 1) - 10
        case ["from", day]:
            return 24 * day - 10, NEVER
    raise ValueError(window)


def meets(held, by):
    (start, end), (first, last) = hours(held["window"]), hours(by["window"])
    if held["window"] == ["unsaid"]:
        return first <= start and end <= last
    return max(start, first) < min(end, last)


def pairs(sentences):
    solver = z3.Solver()
    solver.add(*SAME_FOR_ALL)
    said = [condition(one["condition"]) for one in sentences]
    found = []
    for at, held in enumerate(sentences):
        for other, by in enumerate(sentences):
            covered = held["thing"] == by["thing"] or held["thing"] in COVERS.get(by["thing"], ())
            if held["verb"] == "avoid" or by["verb"] != "avoid" or not covered or not meets(held, by):
                continue
            solver.push()
            solver.add(said[at], said[other])
            if solver.check() == z3.sat:
                found.append([at, other])
            solver.pop()
    return found


for line in sys.stdin:
    print(json.dumps(pairs(json.loads(line))), flush=True)
