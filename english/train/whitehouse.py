"""White House text (Markdown, CC0) as tokenised sentences by the conventions of EWT: words split at hyphens, clitics apart."""

import re
from pathlib import Path

FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.S)
LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
MARKUP = re.compile(r"\\(?=[^\w\s])|[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}|^#+ |^> ?|^[-*+] ", re.M)
ABBREVIATION = re.compile(
    r"(?:^|[\s(\"“])(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|Maj|Capt|Adm|Sen|Rep|Gov|Pres|Prof|Rev|Hon|St|Jr|Sr|No|Nos|Sec|Art|vs|v|Inc|Corp|Co|Ltd|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Fig|U\.S|U\.N|U\.K|D\.C|a\.m|p\.m|i\.e|e\.g|Ph\.D|[A-Z]\.[A-Z])\.$"
)
BREAK = re.compile(r"(?<=[.!?])(?:[\"'”’)\]]*)\s+(?=[\"'“‘(\[]*[A-Z0-9])|(?<=[.!?][\"”’)])\s+(?=[\"'“‘(\[]*[A-Z0-9])")

PREFIX = "anti|bi|co|counter|e|ex|inter|mega|meta|mid|micro|mini|multi|neo|non|over|pan|para|post|pre|pro|quasi|re|semi|sub|super|trans|tri|ultra|un|uni|vice|x|al|el"
TOKEN = re.compile(
    r"""
    (?:https?://|www\.)[^\s<>"”)]+ | [\w.+-]+@[\w-]+(?:\.[\w-]+)+     # addresses
    | (?:[A-Za-z]\.){2,} | (?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|Maj|Capt|Adm|Sen|Rep|Gov|Prof|Rev|Hon|St|Jr|Sr|No|vs|Inc|Corp|Co|Ltd|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|etc)\.
    | [A-Z]\.(?=\s+\w)
    | \d{1,4}(?:[/.:-]\d{1,4}){2,} | \d+(?:[,.:]\d+)* (?:st|nd|rd|th|s)? \b   # dates, times, numbers
    | (?:""" + PREFIX + r""")-[A-Za-z]+ \b
    | [^\W\d_]+ (?:['’](?!(?:s|S|re|ve|ll|d|m)\b)[^\W\d_]+)? \d*            # words, O'Neill
    | ['’](?:s|S|re|ve|ll|d|m)\b
    | \.{2,} | -{2,} | [^\s\w] | \w
    """,
    re.X | re.I,
)
NEGATION = re.compile(r"(?i)^(\w+?)(n['’]t)$")
FUSED = {"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3}


def words(text):
    """Syntactic words of one sentence."""
    out = []
    for match in TOKEN.finditer(text):
        token = match.group()
        if negation := NEGATION.match(token):
            out += [g for g in negation.groups() if g]
        elif cut := FUSED.get(token.lower()):
            out += [token[:cut], token[cut:]]
        else:
            out.append(token)
    return out


def sentences(paragraph):
    start = 0
    for match in BREAK.finditer(paragraph):
        before = paragraph[start : match.start()].rstrip()
        if ABBREVIATION.search(before):
            continue
        yield paragraph[start : match.end()].strip()
        start = match.end()
    if rest := paragraph[start:].strip():
        yield rest


def paragraphs(markdown):
    body = FRONT_MATTER.sub("", markdown)
    for block in re.split(r"\n\s*\n", body):
        text = LINK.sub(r"\1", block)
        text = MARKUP.sub("", text)
        text = " ".join(text.split())
        if text:
            yield text


def read(folder, kinds):
    """Tokenised sentences of the given folders, in the order of their file names, each wording once."""
    seen = set()
    for kind in kinds:
        for path in sorted(Path(folder, kind).rglob("*.md")):
            for paragraph in paragraphs(path.read_text(encoding="utf-8")):
                for sentence in sentences(paragraph):
                    if sentence in seen:
                        continue
                    seen.add(sentence)
                    yield words(sentence)
