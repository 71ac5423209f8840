"""From a form to its rows in the feature tables. The Go side does the same; the format's description is binding on both."""

import unicodedata

MARKS = {c: "'" for c in "‘’‛′"} | {c: '"' for c in "“”„‟«»″"} | {c: "-" for c in "‐‑‒–−"} | {c: "--" for c in "—―"} | {"…": "..."}
LONGEST_WORD = 40  # bytes
SHAPE_LENGTH = 10

# Name and rows of each hashed table, in the order of the columns of feature_rows.
HASHED = (("pre3", 4096), ("suf2", 1024), ("suf3", 4096), ("suf4", 8192), ("shape", 512))


def plain_marks(form):
    return "".join(MARKS.get(c, c) for c in form)


def lower(form):
    """Quotation marks and dashes made plain, every rune lowered alone."""
    lowered = (c.lower() for c in plain_marks(form))
    return "".join(low if len(low) == 1 else low[0] for low in lowered)


def norm(form):
    return "".join("0" if "0" <= c <= "9" else c for c in lower(form))


def fnv1a(text):
    h = 2166136261
    for byte in text.encode():
        h = ((h ^ byte) * 16777619) & 0xFFFFFFFF
    return h


def shape(form):
    out = []
    for c in plain_marks(form):
        category = unicodedata.category(c)
        if category == "Lu":
            kind = "X"
        elif category == "Ll":
            kind = "x"
        elif category[0] == "L":
            kind = "u"
        elif "0" <= c <= "9":
            kind = "d"
        else:
            kind = c if ord(c) < 128 else "o"
        if len(out) >= 2 and out[-1] == kind and out[-2] == kind:
            continue
        out.append(kind)
        if len(out) == SHAPE_LENGTH:
            break
    return "".join(out)


_hash_cache = {}


def hashed_rows(form):
    """Row of each table of HASHED, counted within that table."""
    rows = _hash_cache.get(form)
    if rows is None:
        n = norm(form)
        parts = (n[:3], n[-2:], n[-3:], n[-4:], shape(form))
        rows = tuple(fnv1a(part) % size for part, (_, size) in zip(parts, HASHED))
        _hash_cache[form] = rows
    return rows


def _letters(form):
    return [c for c in form if unicodedata.category(c)[0] == "L"]


def _starts_with_letter(form):
    return bool(form) and unicodedata.category(form[0])[0] == "L"


def case_class(forms):
    """0 running text, 1 capitals, 2 title case."""
    words = [letters for f in forms if _starts_with_letter(f) and len(letters := _letters(f)) >= 2]
    capitals = sum(all(unicodedata.category(c) == "Lu" for c in w) for w in words)
    if len(words) >= 2 and 10 * capitals >= 6 * len(words):
        return 1
    long_words = [w for w in words if len(w) >= 4]
    titled = sum(unicodedata.category(w[0]) == "Lu" for w in long_words)
    if len(long_words) >= 3 and 10 * titled >= 8 * len(long_words):
        return 2
    return 0


def places(forms):
    """Row of the place table for every token of a sentence."""
    base = 2 * case_class(forms)
    first = next((i for i, f in enumerate(forms) if _starts_with_letter(f)), -1)
    return [base + (i == first) for i in range(len(forms))]


PLACES = 6
CLASSES = 32
