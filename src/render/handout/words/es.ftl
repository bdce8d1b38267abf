# Lo que una hoja dice con las palabras propias del programa, en español: palabras y frases cortas. El paciente es
# "usted"; la clínica es "nosotros". Aquí no hay texto de ningún protocolo. Un hablante nativo aún no lo ha revisado.

## Days, lists and lengths of time

weekday-1 = lun
weekday-2 = mar
weekday-3 = mié
weekday-4 = jue
weekday-5 = vie
weekday-6 = sáb
weekday-7 = dom
month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre
date = { $weekday } { $day } de { $month }
date-year = { $weekday } { $day } de { $month } de { $year }
date-time = { $day } a las { $time }
list-and = { $front } y { $last }
list-or = { $front } o { $last }
list-comma = { $front }, { $last }
minutes = { $n ->
    [one] { $n } minuto
   *[other] { $n } minutos
}
hours = { $n ->
    [one] { $n } hora
   *[other] { $n } horas
}
days = { $n ->
    [one] { $n } día
   *[other] { $n } días
}
weeks = { $n ->
    [one] { $n } semana
   *[other] { $n } semanas
}
months = { $n ->
    [one] { $n } mes
   *[other] { $n } meses
}
years = { $n ->
    [one] { $n } año
   *[other] { $n } años
}
minutes-range = { $from } a { $to } minutos
hours-range = { $from } a { $to } horas
days-range = { $from } a { $to } días
weeks-range = { $from } a { $to } semanas
months-range = { $from } a { $to } meses
years-range = { $from } a { $to } años

## The top

plan = Plan de cuidados
treated = Su tratamiento: { $when }.
treated-of = { $name }: { $when }.
to-be-treated = Su tratamiento será: { $when }.
session = Esta es la sesión { $n }.
session-at-least = Esta es la sesión { $n } o una posterior.
plan-for = Este plan se hizo para el { $day }.
follow = Siga este plan hasta el final del { $day }.
follow-open = Algunas líneas siguen después.
follow-plain = Siga este plan hasta que le digamos que pare.
not-sure = ¿Tiene dudas? Pregúntenos primero.
call-us = Llámenos
call-us-blank = Escriba aquí nuestro número:
draft = Borrador, sin aprobación clínica.
draft-more = Pregúntenos antes de seguirlo.
contact = Llame ahora
contact-who = Llame ahora a { $who }.
contact-reported = Usted nos habló de esto: { $symptoms }.
contact-anyway = Esto aún no lo sabemos: { $what }. Llame de todos modos.
uncovered = Llámenos. Usted nos habló de esto, y el plan no dice nada de ello: { $symptoms }.
not-final = Este plan no es definitivo.
not-final-more = Hasta que sepamos más, cumpla cada línea que dice «no definitivo».
untranslated = Parte del texto aún no está en este idioma. Está en inglés, con una raya debajo. Pídanos que se lo leamos.

## Where there is no treatment to care for

refused = Sin tratamiento por ahora: nuestras normas dicen que no se trate.
deferred = Todavía no: nuestras normas dicen que se espere.
deferred-until = Espere hasta el { $day } o más tarde.
withheld-more = Por eso esta hoja no tiene días que cumplir. Si recibió el tratamiento de todos modos, llámenos.
withheld-why = Por qué no ahora

## The strip of days

strip-title = Evite: qué no puede, y cuándo puede otra vez
strip-what = Qué
strip-days = Cuándo no puede
strip-back = Cuándo puede otra vez
strip-off = No
strip-better-not = Mejor no
strip-not-known = Aún sin fecha
strip-bar = Barra: { $when }
no-date-short = Aún sin fecha

## Headings

avoid = Evite
avoid-if = Evite, pero solo si ocurre
limit = No pase del límite
do = Haga
may = Puede
normal = Qué es normal
call = Cuándo llamar
next = Sus próximas visitas
steps = Paso a paso
notes = Conviene saber
medicines = Sus medicinas
before = Antes de su tratamiento
waits = Todavía no
open = Lo que aún necesitamos saber
open-tell = Cuéntenos sobre: { $facts }.
ask-us = Pregúntenos por esto
over = Ya terminó
sources = Fuentes
sources-open = Las { $n } fuentes
sources-many = Este plan se apoya en { $n } fuentes. Pídanos la lista, o abra esta hoja en una pantalla.
about = Sobre este plan
avoid-things = evite { $things }
may-things = puede: { $things }
continued = { $heading } (más)

## When

until-day = hasta el final del { $day }
until-time = hasta las { $time } del { $day }
from-day = desde el { $day }
from-time = desde las { $time } del { $day }
on-day = el { $day }
on-day-between = el { $day }, de { $from } a { $until }
on-day-from = el { $day }, desde las { $from }
span = { $from } { $until }
span-open = { $from }, { $until }
until-event = hasta { $event } (aún sin fecha: pregúntenos)
until-event-words = hasta { $event } (aún sin fecha; la norma dice: { $words })
until-event-usually = hasta { $event } (aún sin fecha; casi siempre { $usually })
until-event-latest = hasta { $event }, o como muy tarde { $until }
until-then = hasta { $end }
from-event = desde { $event } (aún sin fecha: pregúntenos)
after-event = después de { $event } (aún sin fecha: pregúntenos)
vague-end = { $words } (pregúntenos cuánto es)
no-end = sin fecha final
until-treatment = hasta su tratamiento el { $day }
better-not = mejor no { $when }
better-not-open = mejor no, { $when }
then-better-not = después mejor no { $when }
then-avoid = después evite { $when }
good-to = es bueno hacerlo { $when }
good-to-open = es bueno hacerlo, { $when }
then-good-to = después es bueno hacerlo { $when }
then-firmly = después hágalo { $when }
better-from = es mejor esperar: { $when }
then-when = después { $when }
rule-says = { $when } (la norma dice: { $words })
at-most = como mucho { $when }
how-long-not-said = no se dice cuánto dura: pregúntenos
ended = terminó el { $day }
ended-plain = esto ya terminó

## When it comes back

free = Primer día libre: { $day }.
free-whole = Primer día libre entero: { $day }.
free-where = Si esto vale para usted, el primer día libre: { $day }.
free-not-said = El plan no dice qué vale después. Pregúntenos primero.
free-held = Siguen más días por otra línea. Pregúntenos cuándo termina.
free-held-until = Tampoco después: no antes del { $day }.
free-but = Pero { $things }: no antes del { $day }.
free-but-open = Pero { $things }: después tampoco. Pregúntenos cuándo termina.
again-from = Otra vez desde el { $day }, antes de su próxima sesión.
again-at = Otra vez { $when }, cerca de su próxima sesión.
again-at-once = No hay antes un día libre: empieza otra vez enseguida, antes de su próxima sesión.
again-duty = Sigue enseguida, antes de su próxima sesión.
again-now = Esto es para su próxima sesión.

## Several treatments, and what was changed for one plan

for-treatment = Por { $treatment }.
clashes = En qué difieren sus tratamientos
clash-how = Si valen los dos, gana lo que se evita.
clash-says = { $treatment } dice: { $line }
clash-doses = Son dos dosis del mismo medicamento. Pregúntenos cuál vale antes de tomarlo.
clash-class = Son dos medicamentos de una misma clase ({ $class }). Pregúntenos antes de tomarlos si debe tomar los dos.
clash-until = Eso termina con el { $day }.
changed = Cambiado para usted
change-added = añadido: { $now }
change-in-place-of = Antes: { $was }
change-dropped = quitado: { $was }
change-looser = Menos de lo que piden nuestras normas.
change-held = Pero otra regla lo impide: lo que no se puede sigue sin poderse.

## How sure a line is

maybe = No definitivo: quizá no sea para usted. Cúmplalo hasta que lo sepamos.
maybe-if = No definitivo: es para usted si { $if }. Cúmplalo hasta que lo sepamos.
maybe-warn = No definitivo: quizá no sea para usted. Pregúntenos.
maybe-warn-if = No definitivo: es para usted si { $if }. Pregúntenos.
maybe-medicine = ¿Lo toma ahora? Entonces no lo deje. Pregúntenos primero.
maybe-allergy = ¿Lo toma ahora? Entonces pregúntenos enseguida.
maybe-go-on = No deje lo que toma o usa ahora. Pregúntenos primero.
waiting = Todavía no: antes tenemos que preguntarle algo.
waiting-if = Todavía no: solo si { $if }. Aún no lo sabemos.
only-if = Solo si { $if }.
only-if-lead = Solo si { $if }: { $what }
not-if = No si { $if }.
depends = Aún no sabemos si es para usted.

## What stands by a line

why = Por qué: { $because }.
covers = También lo suyo: { $things }.
instead = Haga esto en su lugar: { $what }.
unavoidable = Si no puede evitarlo: { $what }.
choice-held = Pero por ahora no { $things }.
next-held = Pero no durante un tiempo antes de su próxima sesión.
next-but = Antes de su próxima sesión, no { $things }.
not-using = Pero por ahora no con { $things }.
clock-decides = Depende de la hora de su tratamiento, que no sabemos. Pregúntenos.
lower-limit = También vale un límite más bajo.
held-until = Espere hasta { $events }. Después pídanos un plan nuevo.
step-held = Deje fuera lo que entonces no puede.
step-held-all = En cada paso, deje fuera lo que entonces no puede.
in-brackets = { $text } ({ $more })
over-cut = Terminó por otra regla: { $rules }.
over-all = Pero aún no se puede.
over-all-for = Pero aún no se puede, por { $treatment }.
over-part = Pero una parte aún no se puede: vea lo que no se puede.
over-part-for = Pero una parte aún no se puede, por { $treatment }: vea lo que no se puede.
over-but = Pero aún no se puede: { $things }.
over-but-for = Pero aún no se puede, por { $treatment }: { $things }.
normal-when = { $what }: { $when }

## Whom to call

who-clinic = la clínica
who-prescriber = quien le receta
who-emergency = urgencias
call-who = Llame a { $who }.
call-within = Llame a { $who } { $within }.
call-otherwise = Si nadie contesta, llame a { $who }.
call-stricter = Para { $signs } vale una regla más estricta. { $call }
within-now = enseguida
within-length = antes de { $length }
no-signs = Este plan no nombra señales de alarma. Pregúntenos por cuáles debe llamar.

## Sessions and visits

sessions-so-far = Sesiones hasta ahora: { $n }.
sessions-so-far-at-least = Sesiones hasta ahora: { $n } o más.
sessions-finished = Ya tuvo todas sus sesiones.
sessions-planned = { $n ->
    [one] { $n } sesión
   *[other] { $n } sesiones
}
sessions-range = { $least } a { $most } sesiones
sessions-at-least = { $least } sesiones o más
sessions-open = sesiones hasta que le digamos que terminó
sessions-usually = casi siempre { $n }
every = cada { $length }
for-concerns = para { $concerns }
next-session = Próxima sesión: { $when }.
next-due = Pida cita ya.
next-overdue = Es tarde. Llámenos, por favor.
next-optional = Quizá no la necesite. Pregúntenos.
day-to-day = del { $from } al { $to }
between = entre el { $from } y el { $to }
not-before = no antes del { $day }
not-after = no después del { $day }
side-by-side = Aún no sabemos cuál de estas es para usted:
book-not-before = No pida cita para antes del { $day }.
upkeep = Después: una sesión cada { $length }
upkeep-first = la primera { $when }
visit = { $title }: { $when }
then-about = { $days }, o más o menos entonces

## Medicines and what comes before

do-not-stop = No deje { $thing }. Pregunte a quien se lo receta.
ask-at-once = Pregunte enseguida por { $thing } a quien se lo receta. Dígale qué alergias tiene.
before-prescriber = Pregunte a quien le receta: { $text }
before-clinic = Pregúntenos: { $text }
before-tell = Díganos: { $text }
before-prepare = Prepárese: { $text }
before-caution = Tenga cuidado: { $text }
before-refuse = No se trata
before-refuse-text = No se trata: { $text }
before-defer = Espere con el tratamiento
before-defer-text = Espere con el tratamiento: { $text }
before-defer-until = Espere con el tratamiento hasta { $until }
advised = Consejo
not-covered = El plan no lo dice.

## Saying it back

teach = Dígalo usted
teach-how = Personal: pregunte esto. Deje que el paciente conteste con sus palabras.
teach-off = ¿Qué va a evitar, y hasta cuándo?
teach-thing = ¿Cuándo puede volver a { $thing }?
teach-signs = ¿Con qué señales nos llama?
teach-next = ¿Cuándo es su próxima sesión?
teach-done = Lo dijo a:
teach-day = El día:

## Where it comes from

receipt-protocol = Nuestras normas: { $name }.
receipt-version = Versión { $version }.
receipt-approval = { $status }.
receipt-made = Este plan es para el { $day }.
receipt-engine = Hecho por { $engine }.
receipt-fingerprint = Huella de las normas: { $fingerprint }.
receipt-texts = Huella de los textos en este idioma: { $fingerprint }.
receipt-facts = Hecho con estas respuestas: { $facts }.
receipt-use = Sigue las normas escritas de la clínica. No reemplaza a su médico ni a su enfermera.

## For the clinic

clinic = Para la clínica
clinic-note = Esta copia es para el personal. No es la que se da al paciente.
clinic-rule = { $place }: { $sentence }
clinic-known = Se sabe: { $facts }.
clinic-asks = Depende de: { $facts }.
clinic-answers = Conteste con { $answers }.
clinic-held = Retenido
clinic-held-by = Lo retiene: { $rules }
clinic-to-treat = Si se trata, y cómo
clinic-added = Lo que se puede añadir
clinic-find = Lo que debe hacer la clínica
clinic-warnings = Sobre el plan mismo
clinic-loosened = Más permisivo que las normas que amplía
clinic-dropped = Esta línea se quita.
clinic-loosened-was = Antes: { $sentence } ({ $place })
clinic-loosened-for = Vale menos para { $patient }.
clinic-facts = Datos usados
clinic-own = Productos propios, el { $day }
clinic-answer = { $thing }: { $answer }
answer-avoid = evitar
answer-better-not = mejor no
answer-allowed = permitido
answer-not-covered = el plan no lo dice
