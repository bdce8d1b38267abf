# كلمات البرنامج في ورقة المريض بالعربية. بُدئ بها ولم تكتمل بعد: ما ينقص يُقال بالإنجليزية ويُعلَّم.
# Arabic is only begun: what is missing is said in English, and marked. No native speaker has read it yet.

weekday-1 = الاثنين
weekday-2 = الثلاثاء
weekday-3 = الأربعاء
weekday-4 = الخميس
weekday-5 = الجمعة
weekday-6 = السبت
weekday-7 = الأحد
month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر
date = { $weekday } { $day } { $month }
date-year = { $weekday } { $day } { $month } { $year }
date-time = { $day } الساعة { $time }
list-and = { $front } و{ $last }
list-or = { $front } أو { $last }
list-comma = { $front }، { $last }

plan = خطة العناية
treated = علاجك: { $when }.
follow = اتبع هذه الخطة حتى نهاية { $day }.
not-sure = لست متأكدًا؟ اسألنا أولًا.
call-us = اتصل بنا
call-us-blank = اكتب رقمنا هنا:
draft = مسودة لم تُعتمد طبيًا.
contact = اتصل الآن
not-final = هذه الخطة ليست نهائية.
untranslated = بعض النص ليس بهذه اللغة بعد. هو بالإنجليزية وتحته خط. اطلب منا أن نقرأه لك.

strip-title = تجنب: ما هو ممنوع ومتى يعود
strip-what = ماذا
strip-days = متى
strip-off = ممنوع
strip-better-not = الأفضل ألا تفعل

avoid = تجنب
do = افعل
may = يمكنك
normal = ما هو طبيعي
call = متى تتصل
next = زياراتك القادمة
notes = من المفيد أن تعرف
medicines = أدويتك
sources = المصادر
about = عن هذه الخطة
receipt-facts = وُضعت هذه الخطة بناءً على هذه الإجابات: { $facts }.

until-day = حتى نهاية { $day }
until-time = حتى الساعة { $time } يوم { $day }
from-day = من { $day }
free = أول يوم مسموح: { $day }.
why = السبب: { $because }.
who-clinic = العيادة
call-who = اتصل بـ{ $who }.
do-not-stop = لا توقف { $thing }. اسأل من وصفه لك.
