"""The corpora as documents: lists of paragraphs of words with the labels that each corpus has.

A paragraph holds parallel lists, one value a word; a label that a corpus does not give is None (missing).
Heads are places in the paragraph, -1 for a root. Names are sets of permitted tags, as a bit mask: where the
guideline of a corpus has no "miscellaneous", its O permits O and MISC, and the CRF sums over both.
"""
import gzip
import json
from dataclasses import dataclass, field

from words import words as split_words

NAME_TAGS = ["O"] + [f"{p}-{t}" for t in ("PER", "ORG", "LOC", "MISC") for p in "BI"]
STATEMENT_TAGS = ["O"] + [f"{p}-{t}" for t in ("SOURCE", "CUE", "CONTENT") for p in "BI"]
ROLES = ("source", "cue", "content")
OPEN_WORLD = 1 << 0 | 1 << 7 | 1 << 8  # O, B-MISC, I-MISC


@dataclass
class Paragraph:
    words: list = field(default_factory=list)
    spaced: list = field(default_factory=list)  # white space before the word
    starts: list = field(default_factory=list)  # starts a sentence
    upos: list = None
    xpos: list = None
    lemmas: list = None
    heads: list = None
    relations: list = None
    names: list = None  # permitted name tags, bit mask
    statements: list = None
    offsets: list = None  # (start, end) in the text, where there is one


def _lines(path):
    opener = gzip.open if str(path).endswith(".gz") else open
    with opener(path, "rt", encoding="utf8") as file:
        for line in file:
            yield line.rstrip("\n")


def _sentences(path):
    """CoNLL-U sentences: (comment lines, rows, white space after each word)."""
    comments, rows, spaces, glued_to, glued_space = [], [], [], 0, True
    for line in _lines(path):
        if not line:
            if rows:
                yield comments, rows, spaces
            comments, rows, spaces, glued_to = [], [], [], 0
        elif line[0] == "#":
            comments.append(line)
        else:
            cells = line.split("\t")
            if "." in cells[0]:
                continue
            space = "SpaceAfter=No" not in cells[9]
            if "-" in cells[0]:
                glued_to, glued_space = int(cells[0].split("-")[1]), space
                continue
            number = int(cells[0])
            spaces.append(False if number < glued_to else glued_space if number == glued_to else space)
            rows.append(cells)
    if rows:
        yield comments, rows, spaces


def _entities(path):
    """Sentences of an IOB2 file: (characters without white space, words, tags, fourth column)."""
    rows = []
    for line in list(_lines(path)) + [""]:
        if line and line[0] != "#":
            rows.append(line.split("\t"))
        elif not line and rows:
            forms = [r[1] for r in rows]
            yield "".join("".join(forms).split()), forms, [r[2] for r in rows], [r[3] for r in rows]
            rows = []


def _name_masks(tags, kinds):
    masks, before = [], "O"
    for tag, kind in zip(tags, kinds):
        if tag in NAME_TAGS and tag != "O":
            if tag[0] == "I" and before[2:] != tag[2:]:
                tag = "B" + tag[1:]
            masks.append(1 << NAME_TAGS.index(tag))
        elif kind == "event":
            masks.append(1 << 7 | 1 << 8)
        else:
            masks.append(OPEN_WORLD)
        before = tag
    return masks


def treebank(path, names_path=None):
    """Documents of a UD treebank, with the names of `names_path` where its words are the same."""
    entities = list(_entities(names_path)) if names_path else []
    place, documents = 0, []
    for comments, rows, spaces in _sentences(path):
        if any(c.startswith("# newdoc") for c in comments) or not documents:
            documents.append([])
        if any(c.startswith(("# newdoc", "# newpar")) for c in comments) or not documents[-1]:
            documents[-1].append(Paragraph(upos=[], xpos=[], lemmas=[], heads=[], relations=[], names=[]))
            space = True
        paragraph, base = documents[-1][-1], len(documents[-1][-1].words)
        forms = [r[1] for r in rows]
        key, masks = "".join("".join(forms).split()), [None] * len(rows)
        for later in range(place, min(place + 4, len(entities))):
            if entities[later][0] == key:
                place = later + 1
                if entities[later][1] == forms:
                    masks = _name_masks(entities[later][2], entities[later][3])
                break
        paragraph.words += forms
        paragraph.spaced += [space] + spaces[:-1]
        space = spaces[-1]
        paragraph.starts += [1] + [0] * (len(rows) - 1)
        paragraph.upos += [r[3] for r in rows]
        paragraph.xpos += [r[4] for r in rows]
        paragraph.lemmas += [None if r[2] == "_" else r[2] for r in rows]
        paragraph.heads += [base + int(r[6]) - 1 if r[6] != "0" else -1 for r in rows]
        paragraph.relations += [r[7] for r in rows]
        paragraph.names += masks
    return documents


def _paint(spans, places, prefix_tags):
    """One tag a word from (start, end, kind) spans; of spans that overlap, the longest (outermost) stands."""
    owner = [None] * len(places)
    for span in sorted(spans, key=lambda s: (s[1] - s[0], s)):
        for i, (start, end) in enumerate(places):
            if start >= span[1]:
                break
            if 2 * (min(end, span[1]) - max(start, span[0])) >= end - start:
                owner[i] = span
    tags, before = [], None
    for span in owner:
        tags.append(0 if span is None else prefix_tags[span[2]] + (1 if span == before else 0))
        before = span
    return tags


def _silver_names(path):
    """Name spans (start, end, type) of the machine-analysed news, by article."""
    kinds = {"PERSON": 0, "ORGANIZATION": 1, "LOCATION": 2, "MISC": 3}
    articles, spans = {}, None
    for comments, rows, _ in _sentences(path):
        for comment in comments:
            if comment.startswith("# newdoc id = "):
                spans = articles.setdefault(comment[14:], [])
        last = None
        for row in rows:
            misc = dict(part.split("=", 1) for part in row[9].split("|"))
            kind = kinds.get(misc.get("NER"))
            if kind is None:
                last = None
            elif last is not None and last[2] == kind:
                last[1] = int(misc["End"])
            else:
                last = [int(misc["Begin"]), int(misc["End"]), kind]
                spans.append(last)
    return {article: [tuple(s) for s in spans] for article, spans in articles.items()}


def articles(path, silver_path=None):
    """News articles with statement spans (and silver names), one paragraph a line: [(article, paragraphs)]."""
    silver = _silver_names(silver_path) if silver_path else {}
    result = []
    for line in _lines(path):
        article = json.loads(line)
        text, paragraphs, at = article["text"], [], 0
        spans = sorted({(s, e, r) for a in article["attributions"] for r, role in enumerate(ROLES) for s, e in a[role]})
        names = silver.get(article["id"])
        for block in text.split("\n"):
            places = [(at + s, at + e) for s, e in split_words(block)]
            low, high = at, at + len(block)
            at = high + 1
            if not places:
                continue
            inside = lambda all_spans: [s for s in all_spans if s[0] < high and s[1] > low]
            masks = None
            if names is not None:
                tags = _paint(inside(names), places, [1, 3, 5, 7])
                masks = [1 << t for t in tags]
            paragraphs.append(Paragraph(
                words=[text[s:e] for s, e in places],
                spaced=[i == 0 or places[i - 1][1] < s for i, (s, e) in enumerate(places)],
                starts=[1] + [0] * (len(places) - 1), names=masks, offsets=places,
                statements=_paint(inside(spans), places, [1, 3, 5])))
        result.append((article, paragraphs))
    return result
