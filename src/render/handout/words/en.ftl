# What a handout says in the program's own words, in English: short words and short sentences, since many
# readers are tired, worried or read little (a test holds them to reading grade 6). The patient is "you",
# the clinic is "us". Text from a protocol is never in here.

## Days, lists and lengths of time

weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
weekday-7 = Sun
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
date = { $weekday } { $day } { $month }
date-year = { $weekday } { $day } { $month } { $year }
date-time = { $day } at { $time }
list-and = { $front } and { $last }
list-or = { $front } or { $last }
list-comma = { $front }, { $last }
minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
}
days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
weeks = { $n ->
    [one] { $n } week
   *[other] { $n } weeks
}
months = { $n ->
    [one] { $n } month
   *[other] { $n } months
}
years = { $n ->
    [one] { $n } year
   *[other] { $n } years
}
minutes-range = { $from } to { $to } minutes
hours-range = { $from } to { $to } hours
days-range = { $from } to { $to } days
weeks-range = { $from } to { $to } weeks
months-range = { $from } to { $to } months
years-range = { $from } to { $to } years

## The top

plan = Aftercare plan
treated = Your treatment: { $when }.
treated-of = { $name }: { $when }.
to-be-treated = Your treatment will be: { $when }.
session = This is session { $n }.
session-at-least = This is session { $n } or a later one.
plan-for = This plan was made for { $day }.
follow = Follow this plan until the end of { $day }.
follow-open = Some lines go on after that.
follow-plain = Follow this plan until we tell you to stop.
not-sure = Not sure? Ask us first.
call-us = Call us
call-us-blank = Write our number here:
draft = Draft, not clinically approved.
draft-more = Ask us before you go by it.
contact = Call now
contact-who = Call { $who } now.
contact-reported = You told us of this: { $symptoms }.
contact-anyway = We do not know this yet: { $what }. Call all the same.
uncovered = Call us. You told us of this, and the plan says nothing about it: { $symptoms }.
not-final = This plan is not final.
not-final-more = Until we know more, keep to each line that says “not final”.
untranslated = Some text is not in this language yet. It is in English, with a line under it. Ask us to read it to you.

## Where there is no treatment to care for

refused = No treatment for now: our rules say not to treat.
deferred = Not yet: our rules say to wait.
deferred-until = Wait until { $day } or later.
withheld-more = So this page has no days to keep to. If you had the treatment all the same, call us.
withheld-why = Why not now

## The strip of days

strip-title = Avoid: what is off, and when it comes back
strip-what = What
strip-days = When it is off
strip-back = When it comes back
strip-off = Off
strip-better-not = Better not
strip-not-known = No date yet
strip-bar = Bar: { $when }
no-date-short = No date yet

## Headings

avoid = Avoid
avoid-if = Avoid, but only if it happens
limit = Keep to a limit
do = Do
may = You may
normal = What is normal
call = When to call
next = Your next visits
steps = Step by step
notes = Good to know
medicines = Your medicines
before = Before your treatment
waits = Not yet
open = What we still need to know
open-tell = Tell us about: { $facts }.
ask-us = Ask us about these
over = Already over
sources = Sources
sources-open = All { $n } sources
sources-many = This plan rests on { $n } sources. Ask us for the list, or open this page on a screen.
about = About this plan
avoid-things = avoid { $things }
may-things = you may: { $things }
continued = { $heading } (more)

## When

until-day = until the end of { $day }
until-time = until { $time } on { $day }
from-day = from { $day }
from-time = from { $time } on { $day }
on-day = on { $day }
on-day-between = on { $day }, from { $from } to { $until }
on-day-from = on { $day }, from { $from } on
span = { $from } { $until }
span-open = { $from }, { $until }
until-event = until { $event } (no date yet: ask us)
until-event-words = until { $event } (no date yet; the rule says: { $words })
until-event-usually = until { $event } (no date yet; mostly { $usually })
until-event-latest = until { $event }, or at the latest { $until }
until-then = until { $end }
from-event = from { $event } on (no date yet: ask us)
after-event = after { $event } (no date yet: ask us)
vague-end = { $words } (ask us how long that is)
no-end = no end date
until-treatment = until your treatment on { $day }
better-not = better not { $when }
better-not-open = better not, { $when }
then-better-not = then better not { $when }
then-avoid = then avoid { $when }
good-to = good to do { $when }
good-to-open = good to do, { $when }
then-good-to = then good to do { $when }
then-firmly = then do it { $when }
better-from = better to wait: { $when }
then-when = then { $when }
rule-says = { $when } (the rule says: { $words })
at-most = at most { $when }
how-long-not-said = how long is not said: ask us
ended = ended on { $day }
ended-plain = this is over

## When it comes back

free = First free day: { $day }.
free-whole = First whole free day: { $day }.
free-where = Where this is for you, the first free day: { $day }.
free-not-said = After that the plan does not say. Ask us first.
free-held = More days follow by some other line. Ask us when it ends.
free-held-until = Even then not free before { $day }.
free-but = But { $things }: not before { $day }.
free-but-open = But { $things }: still off after that. Ask us when it ends.
again-from = Again from { $day }, before your next session.
again-at = Again { $when }, near your next session.
again-at-once = No free day comes first: it is off again at once, before your next session.
again-duty = It goes on at once, before your next session.
again-now = This is for your next session.

## Several treatments, and what was changed for one plan

for-treatment = For { $treatment }.
clashes = Where your treatments differ
clash-how = Avoid wins where both hold.
clash-says = { $treatment } says: { $line }
clash-doses = These are two doses of one medicine. Ask us which one holds before you take it.
clash-class = These are two medicines of one class ({ $class }). Ask us whether both are meant before you take them.
clash-until = That ends with { $day }.
changed = Changed for you
change-added = added: { $now }
change-in-place-of = It was: { $was }
change-dropped = left out: { $was }
change-looser = Less than our rules ask.
change-held = But another rule holds it back: what is off stays off.

## How sure a line is

maybe = Not final: it may not be for you. Keep to it until we know.
maybe-if = Not final: it is for you if { $if }. Keep to it until we know.
maybe-warn = Not final: it may not be for you. Ask us.
maybe-warn-if = Not final: it is for you if { $if }. Ask us.
maybe-medicine = Do you take it now? Then do not stop it. Ask us first.
maybe-allergy = Do you take it now? Then ask us at once.
maybe-go-on = Do not stop what you take or use now. Ask us first.
waiting = Not yet: we have to ask you something first.
waiting-if = Not yet: only if { $if }. We do not know that yet.
only-if = Only if { $if }.
only-if-lead = Only if { $if }: { $what }
not-if = Not if { $if }.
depends = We do not know yet if it is for you.

## What stands by a line

why = Why: { $because }.
covers = Also your own { $things }.
instead = Do this instead: { $what }.
unavoidable = If you cannot avoid it: { $what }.
choice-held = But not { $things } for now.
next-held = But it is off for a time before your next session.
next-but = Before your next session, not { $things }.
not-using = But not with { $things } for now.
clock-decides = It hangs on the time of your treatment, which we do not know. Ask us.
lower-limit = A lower limit also holds.
held-until = Wait until { $events }. Then ask us for a new plan.
step-held = Leave out what is off at that time.
step-held-all = In each step, leave out what is off at that time.
in-brackets = { $text } ({ $more })
normal-when = { $what }: { $when }
over-cut = It ended because of another rule: { $rules }.
over-all = But it is still off.
over-all-for = But it is still off, for { $treatment }.
over-part = But parts of it are still off: see what is off.
over-part-for = But parts of it are still off, for { $treatment }: see what is off.
over-but = But still off: { $things }.
over-but-for = But still off, for { $treatment }: { $things }.

## Whom to call

who-clinic = the clinic
who-prescriber = your prescriber
who-emergency = emergency services
call-who = Call { $who }.
call-within = Call { $who } { $within }.
call-otherwise = If nobody answers, call { $who }.
call-stricter = For { $signs } a stricter rule holds. { $call }
within-now = at once
within-length = within { $length }
no-signs = This plan names no warning signs. Ask us which signs to call about.

## Sessions and visits

sessions-so-far = Sessions so far: { $n }.
sessions-so-far-at-least = Sessions so far: { $n } or more.
sessions-finished = You have had all your sessions.
sessions-planned = { $n ->
    [one] { $n } session
   *[other] { $n } sessions
}
sessions-range = { $least } to { $most } sessions
sessions-at-least = { $least } sessions or more
sessions-open = sessions until we tell you that you are done
sessions-usually = mostly { $n }
every = every { $length }
for-concerns = for { $concerns }
next-session = Next session: { $when }.
next-due = Please book it now.
next-overdue = It is late. Please call us.
next-optional = You may not need it. Ask us.
day-to-day = { $from } to { $to }
between = between { $from } and { $to }
not-before = not before { $day }
not-after = not after { $day }
side-by-side = We do not know yet which of these is for you:
book-not-before = Do not book before { $day }.
upkeep = After that: a session every { $length }
upkeep-first = the first { $when }
visit = { $title }: { $when }
then-about = { $days }, or about then

## Medicines and what comes before

do-not-stop = Do not stop { $thing }. Ask your prescriber.
ask-at-once = Ask your prescriber about { $thing } at once. Tell them of any allergy.
before-prescriber = Ask your prescriber: { $text }
before-clinic = Ask us: { $text }
before-tell = Tell us: { $text }
before-prepare = Get ready: { $text }
before-caution = Take care: { $text }
before-refuse = Do not treat
before-refuse-text = Do not treat: { $text }
before-defer = Wait with the treatment
before-defer-text = Wait with the treatment: { $text }
before-defer-until = Wait with the treatment until { $until }
advised = Advice
not-covered = The plan does not say.

## Saying it back

teach = Say it back
teach-how = Staff: ask this. Let the patient answer in their own words.
teach-off = What will you stay away from, and until when?
teach-thing = When may you go back to { $thing }?
teach-signs = Which signs make you call us?
teach-next = When is your next session?
teach-done = Said back to:
teach-day = On:

## Where it comes from

receipt-protocol = Our rules: { $name }.
receipt-version = Version { $version }.
receipt-approval = { $status }.
receipt-made = This plan is for { $day }.
receipt-engine = Made by { $engine }.
receipt-fingerprint = Fingerprint of the rules: { $fingerprint }.
receipt-texts = Fingerprint of the texts in this language: { $fingerprint }.
receipt-facts = Made from these answers: { $facts }.
receipt-use = It follows the clinic’s own written rules. It does not take the place of your doctor or nurse.

## For the clinic

clinic = For the clinic
clinic-note = This copy is for staff. It is not the one to give to the patient.
clinic-rule = { $place }: { $sentence }
clinic-known = Known: { $facts }.
clinic-asks = Hangs on: { $facts }.
clinic-answers = Answer with { $answers }.
clinic-held = Held back
clinic-held-by = Held back by: { $rules }
clinic-to-treat = Whether and how to treat
clinic-added = What can be added
clinic-find = For the clinic to do
clinic-warnings = About the plan itself
clinic-loosened = Looser than the rules it extends
clinic-dropped = This line is dropped.
clinic-loosened-was = It was: { $sentence } ({ $place })
clinic-loosened-for = Less holds for { $patient }.
clinic-facts = Facts used
clinic-own = Own products, on { $day }
clinic-answer = { $thing }: { $answer }
answer-avoid = avoid
answer-better-not = better not
answer-allowed = allowed
answer-not-covered = the plan does not say
