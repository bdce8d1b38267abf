//! Lines of TOML with one mistake each.

/// A line of TOML, and what is underlined in it.
pub const ONE_MISTAKE: &[(&str, &str)] = &[
    // The top.
    (
        "treated = 2026-06-01T10:30:00+01:00",
        "profile-offset: 2026-06-01T10:30:00+01:00",
    ),
    (
        "treated = '2026-06-01T10:30Z'",
        "profile-offset: '2026-06-01T10:30Z'",
    ),
    ("treated = 2026-02-30", "profile-date: 2026-02-30"),
    ("treated = 1850-01-01", "profile-date: 1850-01-01"),
    ("treated = 10:30:00", "profile-date: 10:30:00"),
    ("treated = 'yesterday'", "profile-date: 'yesterday'"),
    ("treated = 20260601", "profile-wrong-kind: 20260601"),
    (
        "zone = 'Europe/Londn'",
        "profile-unknown-zone: 'Europe/Londn'",
    ),
    (
        "zone = 'Middle-earth/Shire'",
        "profile-unknown-zone: 'Middle-earth/Shire'",
    ),
    ("zone = 1", "profile-wrong-kind: 1"),
    ("sessions = 2026-03-30", "profile-wrong-kind: 2026-03-30"),
    (
        "sessions = [2026-03-30, 2026-03-30]",
        "profile-duplicate: 2026-03-30",
    ),
    ("sessions = [2026-03-30, 7]", "profile-wrong-kind: 7"),
    (
        "treated = 2026-06-01\nsessions = [2026-06-01]",
        "profile-date-order: 2026-06-01",
    ),
    (
        "treated = 2026-06-01\nsessions = [2026-07-01]",
        "profile-date-order: 2026-07-01",
    ),
    (
        "course_finished = 'maybe'",
        "profile-unknown-value: 'maybe'",
    ),
    ("treatd = 2026-06-01", "profile-unknown-key: treatd"),
    (
        "course-finished = true",
        "profile-unknown-key: course-finished",
    ),
    ("age = 34", "profile-wrong-place: age"),
    ("facts = 3", "profile-wrong-kind: 3"),
    // Products.
    ("products = 'Differin'", "profile-wrong-kind: 'Differin'"),
    ("products = ['Diferin']", "profile-unknown-name: 'Diferin'"),
    ("products = ['Zorblax']", "profile-unknown-name: 'Zorblax'"),
    ("products = ['aspirin']", "profile-wrong-place: 'aspirin'"),
    (
        "products = ['dermal filler']",
        "profile-wrong-place: 'dermal filler'",
    ),
    (
        "products = ['Differin', 'differin']",
        "profile-duplicate: 'differin'",
    ),
    ("products = [7]", "profile-wrong-kind: 7"),
    (
        "products = [{ class = 'sunscreen' }]",
        "profile-missing: { class = 'sunscreen' }",
    ),
    (
        "products = [{ name = 'Zorblax', class = 'sunscren' }]",
        "profile-unknown-name: 'sunscren'",
    ),
    (
        "products = [{ name = 'Zorblax', class = 'warfarin' }]",
        "profile-wrong-place: 'warfarin'",
    ),
    (
        "products = [{ name = 'Differin', class = 'sunscreen' }]",
        "profile-contradiction: 'sunscreen'",
    ),
    (
        "products = [{ name = 'Differin', unrecognised = true }]",
        "profile-contradiction: true",
    ),
    (
        "products = [{ name = 'Zorblax', class = 'cleanser', unrecognised = true }]",
        "profile-contradiction: true",
    ),
    (
        "products = [{ name = 'Zorblax', class = 'cleanser', spf = 30 }]",
        "profile-attribute: spf",
    ),
    (
        "products = [{ name = 'Zorblax', class = 'sunscreen', spff = 30 }]",
        "profile-unknown-key: spff",
    ),
    (
        "products = [{ name = 'Zorblax', class = 'sunscreen', spf = true }]",
        "profile-wrong-kind: true",
    ),
    (
        "products = [{ name = 'Zorblax', class = 'sunscreen', spf = 5000 }]",
        "profile-number: 5000",
    ),
    (
        "products = [{ name = 'Zorblax', class = 'sunscreen', mineral = 30 }]",
        "profile-wrong-kind: 30",
    ),
    // Facts.
    ("facts.pregnnt = true", "profile-unknown-key: pregnnt"),
    ("facts.quux = true", "profile-unknown-key: quux"),
    ("facts.healed = 2026-06-06", "profile-wrong-place: healed"),
    ("facts.treated = 2026-06-06", "profile-wrong-place: treated"),
    ("facts.aspirin = true", "profile-wrong-place: aspirin"),
    ("facts.heald = 2026-06-06", "profile-unknown-key: heald"),
    ("facts.age = 34\nfacts.Ages = 35", "profile-duplicate: Ages"),
    ("facts.age = -3", "profile-number: -3"),
    ("facts.age = 3.1415", "profile-number: 3.1415"),
    ("facts.age = 340", "profile-number: 340"),
    ("facts.age = 1e3", "profile-number: 1e3"),
    ("facts.age = nan", "profile-number: nan"),
    ("facts.age = 0x22", "profile-number: 0x22"),
    (
        "facts.age = 99999999999999999999999999",
        "profile-number: 99999999999999999999999999",
    ),
    ("facts.age = '34 months'", "profile-number: '34 months'"),
    ("facts.age = 'old'", "profile-number: 'old'"),
    ("facts.age = true", "profile-wrong-kind: true"),
    ("facts.'needle depth' = '1 cm'", "profile-number: '1 cm'"),
    ("facts.pregnant = 1", "profile-wrong-kind: 1"),
    (
        "facts.pregnant = 'perhaps'",
        "profile-unknown-value: 'perhaps'",
    ),
    ("facts.'skin type' = 'VII'", "profile-unknown-value: 'VII'"),
    (
        "facts.'skin type' = 'pale'",
        "profile-unknown-value: 'pale'",
    ),
    ("facts.'skin type' = 4", "profile-wrong-kind: 4"),
    (
        "facts.concerns = 'acne scars, wrinkles'",
        "profile-wrong-kind: 'acne scars, wrinkles'",
    ),
    (
        "facts.concerns = ['wrinkels']",
        "profile-unknown-value: 'wrinkels'",
    ),
    (
        "facts.concerns = ['wrinkles', 'Wrinkle']",
        "profile-duplicate: 'Wrinkle'",
    ),
    ("facts.concerns = ['wrinkles', 3]", "profile-wrong-kind: 3"),
    (
        "facts.medications = 'aspirin'",
        "profile-wrong-kind: 'aspirin'",
    ),
    (
        "facts.medications = ['asprin']",
        "profile-unknown-name: 'asprin'",
    ),
    (
        "facts.medications = ['Zorblax']",
        "profile-unknown-name: 'Zorblax'",
    ),
    (
        "facts.medications = ['Differin']",
        "profile-wrong-place: 'Differin'",
    ),
    (
        "facts.medications = ['face']",
        "profile-wrong-place: 'face'",
    ),
    (
        "facts.medications = ['Roaccutane', 'isotretinoin']",
        "profile-duplicate: 'isotretinoin'",
    ),
    (
        "facts.medications = [{ name = 'aspirin', last = 2026-01-01 }]",
        "profile-unknown-key: last",
    ),
    (
        "facts.medications = [{ name = 'aspirin', prescribed = 'sometimes' }]",
        "profile-unknown-value: 'sometimes'",
    ),
    (
        "facts.medications = [{ name = 'aspirin', last_taken = 2026-01-01T10:00 }]",
        "profile-date: 2026-01-01T10:00",
    ),
    (
        "treated = 2026-06-01\nfacts.medications = [{ name = 'aspirin', last_taken = 2026-06-02 }]",
        "profile-date-order: 2026-06-02",
    ),
    (
        "facts.'area treated' = [{ name = 'face', prescribed = true }]",
        "profile-unknown-key: prescribed",
    ),
    ("facts.'prescribed aspirin' = 3", "profile-wrong-kind: 3"),
    (
        "facts.'prescribed face' = true",
        "profile-unknown-key: 'prescribed face'",
    ),
    (
        "[facts]\nmedications = [{ name = 'aspirin', prescribed = true }]\n'prescribed aspirin' = true",
        "profile-duplicate: 'prescribed aspirin'",
    ),
    // History, events, symptoms.
    ("history = 3", "profile-wrong-kind: 3"),
    (
        "history.'dermal filer' = 2026-02-14",
        "profile-unknown-key: 'dermal filer'",
    ),
    ("history.fever = 2026-02-14", "profile-wrong-place: fever"),
    (
        "history.procedure = 'never'",
        "profile-unknown-key: procedure",
    ),
    (
        "history.filler = 2026-02-14\nhistory.'dermal filler' = 2026-02-14",
        "profile-duplicate: 'dermal filler'",
    ),
    ("history.filler = true", "profile-wrong-kind: true"),
    ("history.filler = 'long ago'", "profile-date: 'long ago'"),
    (
        "history.filler = [2026-02-14, 2026-02-14]",
        "profile-duplicate: 2026-02-14",
    ),
    (
        "history.others = 2026-02-14",
        "profile-wrong-kind: 2026-02-14",
    ),
    ("events.healed = true", "profile-wrong-kind: true"),
    ("events.healed = 1899-12-31", "profile-date: 1899-12-31"),
    ("events.healed = 2026/06/06", "profile-date: 2026/06/06"),
    ("events.heald = 2026-06-06", "profile-unknown-key: heald"),
    ("events.filler = 2026-06-06", "profile-wrong-place: filler"),
    ("symptoms = 'some'", "profile-wrong-kind: 'some'"),
    ("symptoms.fevre = 2026-06-03", "profile-unknown-key: fevre"),
    ("symptoms.fever = true", "profile-wrong-kind: true"),
    (
        "symptoms.fever = { severe = true }",
        "profile-missing: { severe = true }",
    ),
    (
        "symptoms.fever = { since = 2026-06-03, sever = true }",
        "profile-unknown-key: sever",
    ),
    (
        "symptoms.fever = { since = 2026-06-03, value = 38.5 }",
        "profile-wrong-kind: 38.5",
    ),
    (
        "symptoms.fever = { since = 2026-06-03, value = '38.5' }",
        "profile-number: '38.5'",
    ),
    (
        "symptoms.fever = { since = 2026-06-03, value = '101 C' }",
        "profile-number: '101 C'",
    ),
    (
        "symptoms.fever = { since = 2026-06-03, lasting = 2 }",
        "profile-wrong-kind: 2",
    ),
    (
        "symptoms.fever = { since = 2026-06-03, lasting = 'a while' }",
        "profile-number: 'a while'",
    ),
    (
        "symptoms.fever = { since = 2026-06-03, lasting = '1.5 days' }",
        "profile-number: '1.5 days'",
    ),
    (
        "symptoms.fever = { since = 2026-06-03, despite = 7 }",
        "profile-wrong-kind: 7",
    ),
    (
        "symptoms.fever = { since = 2026-06-03, until = 2026-06-01 }",
        "profile-date-order: until",
    ),
    ("symptoms.others = 'some'", "profile-wrong-kind: 'some'"),
];

/// Values in the table above that are a patient's and no declared word.
pub const SECRETS: &[&str] = &[
    "2026-0",
    "1850",
    "yesterday",
    "Shire",
    "Londn",
    "maybe",
    "iferin",
    "Zorblax",
    "3.14",
    "340",
    "1e3",
    "0x22",
    "9999",
    "months",
    "'old'",
    "1 cm",
    "perhaps",
    "VII",
    "pale",
    "wrinkels",
    "asprin",
    "Roaccutane",
    "sometimes",
    "long ago",
    "38.5\n",
    "101",
    "a while",
    "5000",
    "warfarin",
    "face",
];
