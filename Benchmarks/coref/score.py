#!/usr/bin/env python3
"""Scores actors and places against coreference annotated in the manner of GUM.

    python3 Benchmarks/coref/score.py texts GOLD.conllu DIR    writes DIR/DOCUMENT.txt, the raw text of each document
    python3 Benchmarks/coref/score.py score GOLD.conllu OUT.json [--type person] [--misses]
    python3 Benchmarks/coref/score.py --self-test

OUT.json is `hearsay read DIR/*.txt --as json`. README.md defines the measures. Standard library only.
"""
import argparse
import json
import re
import sys
from collections import defaultdict
from pathlib import Path

TYPES = ("person", "organization", "place")


class Document:
    """Text, words and mentions of one annotated document."""

    def __init__(self, name):
        self.name, self.text = name, ""
        self.words = []          # (start, end, head word or None) in document order
        self.gold = {}           # head word -> (cluster, type, first word, last word)
        self.clusters = {}


def read(path):
    """The documents of a CoNLL-U file with GUM's `Entity=` in MISC."""
    documents, document, rows, new_paragraph = [], None, [], False
    opener = None
    with open(path, encoding="utf-8") as lines:
        for line in list(lines) + ["\n"]:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                document = Document(line.split("=")[1].strip())
                documents.append(document)
            elif line.startswith("# newpar"):
                new_paragraph = True
            elif line and not line.startswith("#"):
                rows.append(line.split("\t"))
            elif not line and rows:
                if document.text:
                    document.text = document.text.rstrip(" ") + ("\n\n" if new_paragraph else " ")
                opener = sentence(document, rows, opener if opener and opener[0] is document else (document, {}))
                rows, new_paragraph = [], False
    for document in documents:
        document.text = document.text.rstrip() + "\n"
    return documents


def sentence(document, rows, opener):
    base = len(document.words)
    spans, open_ = [], opener[1]
    joined, start = None, 0
    for row in rows:
        number, form, misc = row[0], row[1], row[9]
        space = "SpaceAfter=No" not in misc
        if "-" in number:
            low, high = number.split("-")
            joined = (int(high), space)
            start = len(document.text)
            document.text += form + (" " if space else "")
            cursor = start
            continue
        if "." in number:
            continue
        head = base + int(row[6]) - 1 if int(row[6]) else None
        if joined and int(number) <= joined[0]:
            # The words of a contraction lie in its letters one after the other.
            end = cursor + len(form)
            document.words.append((cursor, end, head))
            cursor = end
            if int(number) == joined[0]:
                joined = None
        else:
            at = len(document.text)
            document.words.append((at, at + len(form), head))
            document.text += form + (" " if space else "")
        word = len(document.words) - 1
        found = re.search(r"(?:^|\|)Entity=([^|]+)", misc)
        for part in re.finditer(r"\(([^()]+)(\))?|([^()]+)\)", found.group(1) if found else ""):
            if part.group(1):
                fields = part.group(1).split("-")
                kind = fields[1] if len(fields) > 1 else ""
                if part.group(2):
                    spans.append((word, word, fields[0], kind))
                else:
                    open_.setdefault(fields[0], []).append((word, kind))
            else:
                group = part.group(3).split("-")[0]
                if open_.get(group):
                    first, kind = open_[group].pop()
                    spans.append((first, word, group, kind))
    for first, last, group, kind in sorted(spans, key=lambda s: s[1] - s[0]):
        if kind in TYPES and "[" not in group:
            head = head_of(document, first, last)
            document.gold.setdefault(head, (group, kind, first, last))
    return opener


def head_of(document, first, last):
    """The word of a stretch that hangs on a word outside of it."""
    for word in range(first, last + 1):
        head = document.words[word][2]
        if head is None or not first <= head <= last:
            return word
    return first


def predicted(documents, output):
    """For each document {head word: cluster}, from the mentions of actors and the uses of places."""
    names = {r["id"]: Path(r["source"]["name"]).stem for r in output["reports"]}
    at_word = {d.name: d for d in documents}
    found = {d.name: {} for d in documents}

    def add(ref, cluster, widths):
        document = at_word.get(names.get(ref["report"]))
        if not document:
            return
        inside = [i for i, (s, e, _) in enumerate(document.words) if s < ref["end"] and e > ref["start"]]
        if not inside:
            return
        head = head_of(document, inside[0], inside[-1])
        width = inside[-1] - inside[0]
        if head not in found[document.name] or width < widths.get((document.name, head), 0):
            found[document.name][head] = cluster
            widths[(document.name, head)] = width

    widths = {}
    for actor in output["actors"]:
        for mention in actor["mentions"]:
            add(mention["at"], actor["id"], widths)
    taken = {(name, head) for name, heads in found.items() for head in heads}
    for place in output["places"]:
        for use in place["uses"]:
            document = at_word.get(names.get(use["at"]["report"]))
            before = dict(found[document.name]) if document else {}
            add(use["at"], place["id"], {})
            if document:
                for head, cluster in before.items():
                    if (document.name, head) in taken:
                        found[document.name][head] = cluster
    return found


# Measures. A clustering is {mention: cluster}.

def groups(clustering):
    out = defaultdict(set)
    for mention, cluster in clustering.items():
        out[cluster].add(mention)
    return list(out.values())


def b_cubed(key, response):
    """Recall of B³ (Bagga and Baldwin 1998) with mentions that only one side has counted as wrong."""
    of = {m: g for g in groups(response) for m in g}
    right = sum(len(g & of[m]) / len(g) for g in groups(key) for m in g if m in of)
    return right, len(key)


def muc(key, response):
    right = total = 0
    for group in groups(key):
        parts = len({response[m] for m in group if m in response}) + sum(m not in response for m in group)
        right += len(group) - parts
        total += len(group) - 1
    return right, total


def ceaf(key, response):
    """The entity-based CEAF's best alignment (Luo 2005, φ4): its sum, and the numbers of entities."""
    a, b = groups(key), groups(response)
    if not a or not b:
        return 0.0, len(a), len(b)
    cost = [[-2 * len(x & y) / (len(x) + len(y)) for y in b] for x in a]
    return -assignment(cost), len(a), len(b)


def assignment(cost):
    """The least total of a one-to-one assignment (Kuhn and Munkres)."""
    if len(cost) > len(cost[0]):
        cost = [list(row) for row in zip(*cost)]
    n, m = len(cost), len(cost[0])
    u, v, match = [0.0] * (n + 1), [0.0] * (m + 1), [0] * (m + 1)
    way = [0] * (m + 1)
    for i in range(1, n + 1):
        match[0], j0 = i, 0
        least, used = [float("inf")] * (m + 1), [False] * (m + 1)
        while True:
            used[j0] = True
            i0, delta, j1 = match[j0], float("inf"), 0
            for j in range(1, m + 1):
                if not used[j]:
                    current = cost[i0 - 1][j - 1] - u[i0] - v[j]
                    if current < least[j]:
                        least[j], way[j] = current, j0
                    if least[j] < delta:
                        delta, j1 = least[j], j
            for j in range(m + 1):
                if used[j]:
                    u[match[j]] += delta
                    v[j] -= delta
                else:
                    least[j] -= delta
            j0 = j1
            if match[j0] == 0:
                break
        while j0:
            j1 = way[j0]
            match[j0] = match[j1]
            j0 = j1
    return sum(cost[match[j] - 1][j - 1] for j in range(1, m + 1) if match[j])


def f1(p, r):
    return 2 * p * r / (p + r) if p + r else 0.0


def coreferent(clustering):
    kept = {m for g in groups(clustering) if len(g) > 1 for m in g}
    return {m: c for m, c in clustering.items() if m in kept}


def measure(pairs):
    """P, R and F1 of each measure over documents, counts added up."""
    sums = defaultdict(lambda: [0.0, 0, 0.0, 0])
    for key, response in pairs:
        shared = len(key.keys() & response.keys())
        for name, values in (
            ("mentions", (shared, len(response), shared, len(key))),
            ("MUC", (*muc(response, key), *muc(key, response))),
            ("B³", (*b_cubed(response, key), *b_cubed(key, response))),
        ):
            for i, value in enumerate(values):
                sums[name][i] += value
        total, wanted, given = ceaf(key, response)
        for i, value in enumerate((total, given, total, wanted)):
            sums["CEAFe"][i] += value
    rows = {}
    for name, (right_p, given, right_r, wanted) in sums.items():
        p, r = (right_p / given if given else 0.0), (right_r / wanted if wanted else 0.0)
        rows[name] = (p, r, f1(p, r))
    rows["CoNLL"] = (None, None, sum(rows[n][2] for n in ("MUC", "B³", "CEAFe")) / 3)
    return rows


def compare(documents, found, kinds):
    """Clusterings of both sides, restricted to gold types: a mention that is gold of another type is left out."""
    pairs = []
    for document in documents:
        key = {h: g[0] for h, g in document.gold.items() if g[1] in kinds}
        response = {h: c for h, c in found[document.name].items()
                    if h not in document.gold or document.gold[h][1] in kinds}
        pairs.append((key, response))
    return pairs


def show(title, rows):
    print(title)
    for name in ("mentions", "MUC", "B³", "CEAFe", "CoNLL"):
        p, r, f = rows[name]
        print(f"  {name:<9}" + (f" P {p:.3f}  R {r:.3f} " if p is not None else " " * 18) + f" F1 {f:.3f}")


def misses(documents, found):
    def words(document, first, last):
        return document.text[document.words[first][0]:document.words[last][1]].replace("\n", " ")

    for document in documents:
        print("#", document.name)
        for head in sorted(document.gold.keys() | found[document.name].keys()):
            gold, mine = document.gold.get(head), found[document.name].get(head)
            if not gold or not mine:
                text = words(document, gold[2], gold[3]) if gold else words(document, head, head)
                print("  missed" if gold else "  extra ", text[:70], gold[:2] if gold else "")
        for group in groups({h: g[0] for h, g in document.gold.items()}):
            mine = defaultdict(list)
            for head in sorted(group):
                mine[found[document.name].get(head)].append(words(document, *document.gold[head][2:])[:40])
            if len(mine) > 1:
                print("  split ", dict(mine))


def self_test():
    key = {1: "a", 2: "a", 3: "b", 4: "b", 5: "c"}
    rows = measure([(key, dict(key))])
    assert all(abs(row[2] - 1) < 1e-9 for row in rows.values()), rows
    rows = measure([(key, {1: "x", 2: "x", 3: "x", 4: "y", 5: "z"})])
    assert abs(rows["MUC"][2] - 0.5) < 1e-9 and rows["mentions"][2] == 1, rows
    # By hand: precision (2/3 + 2/3 + 1/3 + 1 + 1) / 5, recall (1 + 1 + 1/2 + 1/2 + 1) / 5.
    assert abs(rows["B³"][0] - 11 / 15) < 1e-9 and abs(rows["B³"][1] - 0.8) < 1e-9, rows
    # Best alignment a-x, b-y, c-z: 4/5 + 2/3 + 1 of 3 entities each.
    assert abs(rows["CEAFe"][2] - (0.8 + 2 / 3 + 1) / 3) < 1e-9, rows
    print("self-test passed")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("what", nargs="?", choices=["texts", "score"])
    parser.add_argument("gold", nargs="?")
    parser.add_argument("path", nargs="?")
    parser.add_argument("--type", choices=TYPES, action="append")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--self-test", action="store_true")
    arguments = parser.parse_args()
    if arguments.self_test:
        return self_test()
    if not arguments.path:
        parser.error("give a gold file, and a folder or output")
    documents = read(arguments.gold)
    if arguments.what == "texts":
        folder = Path(arguments.path)
        folder.mkdir(parents=True, exist_ok=True)
        for document in documents:
            (folder / (document.name + ".txt")).write_text(document.text, encoding="utf-8")
        return None
    output = json.loads(Path(arguments.path).read_text(encoding="utf-8"))
    found = predicted(documents, output)
    if arguments.misses:
        misses(documents, found)
    kinds = tuple(arguments.type or TYPES)
    pairs = compare(documents, found, kinds)
    show(f"{', '.join(kinds)}: all mentions", measure(pairs))
    show("coreferent mentions only", measure([(coreferent(k), coreferent(r)) for k, r in pairs]))
    return None


if __name__ == "__main__":
    sys.exit(main())
