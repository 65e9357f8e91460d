#!/usr/bin/env python3
"""Builds the test sets from their authoring files and checks them.

    python3 Tests/Sets/build.py            writes the sets, prints their counts
    python3 Tests/Sets/build.py --check    writes nothing; exit status 1 if a set differs from its authoring file

Every quoted piece of an annotation must stand in its text, on word edges. A piece that stands there more than once must say
which one is meant (`he[[2]]`). Offsets are half-open and count Unicode code points. The formats are described in
docs/testsets.md.
"""
import json
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
AUTHORING = HERE / "authoring"

KINDS = {"direct", "indirect", "mixed"}
ACTS = set("""say tell claim confirm deny admit reject refuse demand request offer assure promise accept accuse threaten
    warn believe hope fear announce ask urge blame apologise other""".split())
CERTAINTIES = {"certain", "probable", "possible", "unknown"}
MEDIA = {"broadcaster", "news agency", "newspaper", "social network", "video", "letter", "press conference", "interview",
         "website", "document", "other"}
LINKS = {"s": "actor", "u": "unnamed", "r": "reports"}


class Fault(Exception):
    """A mistake in an authoring file, with the place."""


def find(text, piece, where, inside=None, first=False):
    """The place of `piece` in `text`, on word edges; `piece[[n]]` is its n-th occurrence."""
    m = re.fullmatch(r"(.*)\[\[(\d+)\]\]", piece, re.S)
    nth = int(m.group(2)) if m else None
    if m:
        piece = m.group(1)
    if not piece:
        raise Fault(f"{where}: empty piece")
    head = r"(?<!\w)" if piece[0].isalnum() else ""
    tail = r"(?!\w)" if piece[-1].isalnum() else ""
    found = [h.start() for h in re.finditer(head + re.escape(piece) + tail, text)]
    if inside is not None and nth is None:
        narrowed = [s for s in found if any(a <= s and s + len(piece) <= b for a, b in inside)]
        found = narrowed or found
    if not found:
        raise Fault(f"{where}: not in the text: {piece!r}")
    if nth is None and len(found) > 1 and not first:
        raise Fault(f"{where}: {len(found)} times in the text: {piece!r}")
    if nth is not None and nth > len(found):
        raise Fault(f"{where}: only {len(found)} times in the text: {piece!r}")
    start = found[(nth or 1) - 1]
    return {"start": start, "end": start + len(piece), "quote": piece}


def blocks(path):
    """The `= id` blocks of an authoring file: id, header fields, text, annotation lines."""
    current, out = None, []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        where = f"{path.name}:{number}"
        if line.startswith("= "):
            current = {"id": line[2:].strip(), "fields": {}, "lines": [], "notes": [], "where": where}
            out.append(current)
        elif current is None:
            if line.strip() and not line.startswith("#"):
                raise Fault(f"{where}: text before the first block")
        elif line.startswith("@@ "):
            key, _, value = line[3:].partition(":")
            current["fields"][key.strip()] = value.strip()
        elif line.startswith("@ ") and not current["lines"]:
            key, _, value = line[2:].partition(":")
            if value:
                current["fields"][key.strip()] = value.strip()
            else:
                current["fields"]["outlet"] = key.strip()
        elif re.match(r"-+ ", line) and (current["lines"] or current["notes"]):
            current["notes"].append((where, line))
        elif current["notes"]:
            if line.strip():
                raise Fault(f"{where}: text after the annotations")
        else:
            current["lines"].append(line)
    for block in out:
        block["text"] = "\n".join(block["lines"]).strip("\n")
    return out


def named(piece):
    mention, _, who = f" {piece}".partition(" = ")
    return mention.strip(), who.strip()


def bare(name):
    return re.sub(r"\[\[\d+\]\]$", "", name)


def strip_article(name):
    return re.sub(r"^(?:the|a|an) ", "", name, flags=re.I)


def source(text, field, value, where, inside):
    mention, who = named(value)
    ref = find(text, mention, where, inside) if mention else None
    if who and who not in text:
        raise Fault(f"{where}: the name is not in the text: {who!r}")
    if not who and mention:
        who = bare(mention)
    return {"kind": LINKS[field], "who": strip_article(who) if who else None, "mention": ref}


def statement(text, where, line, open_chain):
    """One annotation line: `- flags | s: source = who | c: cue // cue | x: content // content | to: … | by: kind: words`."""
    dashes, rest = line.split(" ", 1)
    depth = len(dashes)
    flags, *fields = [p.strip() for p in ("- " + rest if rest.startswith("|") else rest).split("|")]
    flags = [] if flags == "-" else flags.split()
    out = {"depth": depth, "kind": "indirect", "act": "say", "polarity": "positive", "certainty": "certain",
           "optional": False, "chain": [], "cue": [], "content": [], "addressees": [], "medium": None}
    for flag in flags:
        if flag in KINDS:
            out["kind"] = flag
        elif flag in ACTS:
            out["act"] = flag
        elif flag in CERTAINTIES:
            out["certainty"] = flag
        elif flag == "neg":
            out["polarity"] = "negative"
        elif flag == "optional":
            out["optional"] = True
        else:
            raise Fault(f"{where}: unknown flag {flag!r}")
    if depth > len(open_chain) + 1:
        raise Fault(f"{where}: a level is missing")
    parent = open_chain[depth - 2] if depth > 1 else None
    inside = [(c["start"], c["end"]) for c in parent["content"]] if parent else None
    link = None
    for field in fields:
        key, _, value = field.partition(":")
        key, value = key.strip(), value.strip()
        pieces = [p.strip() for p in value.split(" // ")] if value else []
        if key in LINKS:
            link = source(text, key, value, where, inside)
        elif key == "c":
            out["cue"] = [find(text, p, where, inside) for p in pieces]
        elif key == "x":
            out["content"] = [find(text, p, where, inside) for p in pieces]
        elif key == "to":
            for p in pieces:
                mention, who = named(p)
                ref = find(text, mention, where, inside)
                if who and who not in text:
                    raise Fault(f"{where}: the name is not in the text: {who!r}")
                out["addressees"].append({"who": strip_article(who or bare(mention)), "mention": ref})
        elif key == "by":
            kind, _, words = value.partition(":")
            if kind not in MEDIA:
                raise Fault(f"{where}: unknown medium {kind!r}")
            out["medium"] = {"kind": kind, "mention": find(text, named(words)[0], where, inside)}
        else:
            raise Fault(f"{where}: unknown field {key!r}")
    if link is None or not out["content"]:
        raise Fault(f"{where}: a statement needs a source field and a content")
    link["cue"] = out["cue"]
    out["chain"] = (parent["chain"] if parent else []) + [link]
    return out


def nested(faults):
    records = []
    for part in ("blind", "open"):
        path = AUTHORING / f"nested-{part}.txt"
        if not path.exists():
            continue
        for block in blocks(path):
            statements, open_chain = [], []
            for index, (where, line) in enumerate(block["notes"], 1):
                try:
                    s = statement(block["text"], where, line, open_chain)
                except Fault as fault:
                    faults.append(str(fault))
                    continue
                open_chain = open_chain[:s["depth"] - 1] + [s]
                s = {"id": f"{block['id']}.{index}",
                     "parent": open_chain[-2]["id"] if s["depth"] > 1 else None, **s}
                open_chain[-1] = s
                statements.append(s)
            records.append({"id": block["id"], "part": part, "outlet": block["fields"].get("outlet"),
                            "text": block["text"], "statements": statements})
    return records


SLOTS = """parties delegations host inviter mediator venue place dates sessions agenda demands redLines offers refusals
    outcome nextRound confirmations""".split()
RESULTS = {"none", "agreement", "partial", "ceasefire", "adjourned", "continuing", "unknown"}


def item(text, where, line):
    """`- slot | actor // actor | value // value | key: words`, `-` for no actor. Returns the slot and the item."""
    slot, *rest = [p.strip() for p in line[2:].split("|")]
    if slot not in SLOTS:
        raise Fault(f"{where}: unknown slot {slot!r}")
    plain = [p for p in rest if not re.match(r"(?:to|number|result|aspect|reason|condition|veto|head|e): ", p)]
    extra = [p.partition(": ") for p in rest if p not in plain]
    actors = [find(text, p, where, first=True) for p in plain[0].split(" // ")] if plain[0] != "-" else []
    values = [find(text, p, where) for p in plain[1].split(" // ")] if len(plain) > 1 else []
    if not actors and not values:
        raise Fault(f"{where}: an item without words")
    out = {"value": " … ".join(v["quote"] for v in values) or None, "actor": [a["quote"] for a in actors]}
    evidence = (values or []) + actors
    for key, _, words in extra:
        if key == "number":
            out["number"] = int(words)
        elif key == "result":
            if words not in RESULTS:
                raise Fault(f"{where}: unknown result {words!r}")
            out["result"] = words
        elif key == "aspect":
            out["aspect"] = words
        else:
            ref = find(text, words, where, first=True)
            if key == "e":
                evidence.append(ref)
            else:
                out["vetoHolder" if key == "veto" else key] = ref["quote"]
                evidence.append(ref)
    if slot == "outcome" and "result" not in out:
        raise Fault(f"{where}: an outcome needs a result")
    out["evidence"] = sorted(evidence, key=lambda r: (r["start"], r["end"]))
    return slot, out


def talks(faults):
    records = []
    for part in ("blind", "open"):
        for block in blocks(AUTHORING / f"talks-{part}.txt"):
            slots = {slot: [] for slot in SLOTS}
            for where, line in block["notes"]:
                try:
                    slot, value = item(block["text"], where, line)
                except Fault as fault:
                    faults.append(str(fault))
                    continue
                slots[slot].append(value)
            words = len(block["text"].split())
            if not 70 <= words <= 200:
                faults.append(f"{block['where']}: {words} words")
            records.append({"id": block["id"], "part": part, **block["fields"], "text": block["text"],
                            "talks": {k: v for k, v in slots.items() if v},
                            "notStated": [k for k, v in slots.items() if not v]})
    return records


def names(faults):
    """Rows of `names.tsv`: a, b, verdict, origin, part."""
    rows, seen, head = [], set(), None
    for number, line in enumerate((AUTHORING / "names.txt").read_text(encoding="utf-8").splitlines(), 1):
        where = f"names.txt:{number}"
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("["):
            head = line.strip("[]").split()
            continue
        cells = [c.strip() for c in line.split("|")]
        if head is None or len(cells) != 3 or cells[2] not in ("same", "different"):
            faults.append(f"{where}: not a pair: {line!r}")
            continue
        pair = frozenset(cells[:2])
        if pair in seen or len(pair) < 2:
            faults.append(f"{where}: pair stands twice: {line!r}")
        seen.add(pair)
        rows.append((*cells, *head))
    return sorted(rows, key=lambda r: r[4])


STATUSES = {"contested", "divergent", "both sides", "recycled", "corroborated", "single"}
ACCOUNTS = {"adversary account", "self-attributed", "anonymous", "unsourced"}
STANCES = {"=": "asserts", "!": "denies", "~": "presupposes", "?": "does not confirm"}


def place(reports, piece, where):
    """`key: words` as a place in that report."""
    key, _, words = piece.partition(": ")
    if key not in reports:
        raise Fault(f"{where}: no report {key!r}")
    return {"report": key, **find(reports[key]["text"], words.strip(), where)}


def claim(reports, where, line):
    """`- slot | about | status | key: words | …| e: report=0: words // report!0: words`; `!` denies the value of that index."""
    slot, about, status, *rest = [p.strip() for p in line[2:].split(" | ")]
    out = {"slot": slot, "about": about, "compares": "value", "status": status, "alsoStatus": [], "account": None,
           "alsoAccounts": [], "origins": None, "flags": [], "values": [], "trap": None, "supports": []}
    for field in rest:
        key, _, words = field.partition(": ")
        if key in ("alsoStatus", "alsoAccounts"):
            out[key] = [w.replace("_", " ") for w in words.split()]
        elif key in ("values", "flags"):
            out[key] = words.split(" // ")
        elif key == "origins":
            out[key] = int(words)
        elif key in ("compares", "account", "trap"):
            out[key] = words
        elif key == "e":
            for piece in words.split(" // "):
                m = re.fullmatch(r"(\w+)([=!~?])(\d+): (.+)", piece)
                if not m:
                    raise Fault(f"{where}: not a support: {piece!r}")
                ref = place(reports, f"{m.group(1)}: {m.group(4)}", where)
                out["supports"].append({"stance": STANCES[m.group(2)], "value": int(m.group(3)), **ref})
        else:
            raise Fault(f"{where}: unknown field {key!r}")
    if slot not in [*SLOTS, "held", "background", "other"] or not {status, *out["alsoStatus"]} <= STATUSES:
        raise Fault(f"{where}: unknown slot or status")
    if not {a for a in (out["account"], *out["alsoAccounts"]) if a} <= ACCOUNTS:
        raise Fault(f"{where}: unknown account")
    out["values"] = out["values"] or [about]
    if not out["supports"] or max(s["value"] for s in out["supports"]) >= len(out["values"]):
        raise Fault(f"{where}: supports do not fit the values")
    return out


def stories(faults):
    records = []
    for part in ("blind", "open"):
        current = None
        for number, line in enumerate((AUTHORING / f"stories-{part}.txt").read_text(encoding="utf-8").splitlines(), 1):
            where = f"stories-{part}.txt:{number}"
            try:
                if line.startswith("= "):
                    current = {"id": line[2:].strip(), "part": part, "reports": {}, "claims": [], "passages": []}
                    records.append(current)
                elif line.startswith("@ "):
                    key, _, value = line[2:].partition(": ")
                    current[key] = value
                elif line.startswith("## "):
                    key, outlet, date = [p.strip() for p in line[3:].split("|")]
                    current["reports"][key] = {"id": key, "file": f"{current['id']}/{key}.txt", "outlet": outlet,
                                               "date": date, "text": ""}
                elif line.startswith("- "):
                    current["claims"].append(claim(current["reports"], where, line))
                elif line.startswith("~ "):
                    current["passages"].append([place(current["reports"], p, where) for p in line[2:].split(" // ")])
                elif current["claims"]:
                    if line.strip():
                        raise Fault(f"{where}: text after the claims")
                else:
                    report = current["reports"][key]
                    report["text"] = f"{report['text']}\n{line}".lstrip("\n")
            except Fault as fault:
                faults.append(str(fault))
    for r in records:
        r["reports"] = list(r["reports"].values())
        r["claims"] = r.pop("claims")
        r["passages"] = r.pop("passages")
    return records


LABELS = {"headline", "subheading", "dateline", "metadata", "byline", "body", "caption", "credit", "furniture", "quote block"}


def regions(marked, newline, where):
    """The text of a page without its `⟦label:…⟧` marks, and its regions; what is unmarked is body, line by line."""
    text, found, label, start = "", [], "body", 0

    def close():
        piece = text[start:]
        offset = start
        for line in piece.splitlines(keepends=True):
            words = line.strip()
            if words:
                at = offset + line.index(words)
                found.append({"label": label, "start": at, "end": at + len(words), "quote": words})
            offset += len(line)

    for token in re.split(r"(⟦[a-z ]+:|⟧)", marked.replace("\n", newline)):
        if token.startswith("⟦"):
            close()
            label, start = token[1:-1], len(text)
            if label not in LABELS:
                raise Fault(f"{where}: unknown label {label!r}")
        elif token == "⟧":
            close()
            label, start = "body", len(text)
        else:
            text += token
    close()
    return text, found


def pages(faults):
    records = []
    for part in ("blind", "open"):
        for block in blocks(AUTHORING / f"pages-{part}.txt"):
            fields = block["fields"]
            newline = "\r\n" if fields.pop("newline", "") == "crlf" else "\n"
            bom = fields.pop("bom", "") == "yes"
            try:
                text, found = regions(block["text"] + "\n", newline, block["where"])
            except Fault as fault:
                faults.append(str(fault))
                continue
            head = [r["quote"] for r in found if r["label"] == "headline"]
            published = fields.get("published", "").split()
            place = fields.get("place")
            metadata = {
                "headline": head[0] if head else None,
                "outlet": fields.get("outlet"),
                "authors": [a for a in fields.get("author", "").split("; ") if a],
                "published": {"value": published[0], "basis": published[1]} if published else None,
                "updated": fields.get("updated"),
                "dateline": {"place": place, "date": fields.get("dateline")} if place else None,
                "credits": [dict(zip(("kind", "name"), c.split(": ", 1))) for c in fields.get("credits", "").split("; ") if c]}
            records.append({"id": block["id"], "part": part, "file": f"{block['id']}.txt", "regions": found,
                            "metadata": metadata, "raw": ("\ufeff" if bom else "") + text})
    return records


def unique(records):
    seen = set()
    for r in records:
        if r["id"] in seen:
            raise Fault(f"{r['id']}: id used twice")
        seen.add(r["id"])


def lines(records):
    return "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records)


def count(records, key):
    tally = {}
    for r in records:
        tally[key(r)] = tally.get(key(r), 0) + 1
    return ", ".join(f"{k} {v}" for k, v in sorted(tally.items(), key=lambda kv: str(kv[0])))


def main():
    check = "--check" in sys.argv[1:]
    stale, faults = [], []

    def put(name, content):
        path = HERE / name
        if check:
            if not path.exists() or path.read_bytes() != content.encode():
                stale.append(name)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode())

    try:
        records = nested(faults)
        unique(records)
        put("nested.jsonl", lines(records))
        statements = [s for r in records for s in r["statements"]]
        print(f"nested: {len(records)} reports ({count(records, lambda r: r['part'])}), {len(statements)} statements; "
              f"by depth: {count(statements, lambda s: s['depth'])}; "
              f"without statements {sum(not r['statements'] for r in records)}")
        records = talks(faults)
        unique(records)
        put("talks.jsonl", lines(records))
        items = [slot for r in records for slot, values in r["talks"].items() for _ in values]
        print(f"talks: {len(records)} reports ({count(records, lambda r: r['part'])}), {len(items)} items; "
              f"{count(records, lambda r: r['kind'])}; {count(records, lambda r: r['continent'])}; {count(items, str)}")
        rows = names(faults)
        put("names.tsv", "a\tb\tverdict\torigin\tpart\n" + "".join("\t".join(r) + "\n" for r in rows))
        print(f"names: {len(rows)} pairs ({count(rows, lambda r: r[4])}); {count(rows, lambda r: r[2])}; "
              f"{count(rows, lambda r: r[3])}")
        records = stories(faults)
        unique(records)
        for story in records:
            for report in story["reports"]:
                put(f"stories/{report['file']}", report["text"] + "\n")
        put("stories/stories.jsonl", lines(records))
        reports = [r for s in records for r in s["reports"]]
        claims = [c for s in records for c in s["claims"]]
        print(f"stories: {len(records)} ({count(records, lambda r: r['part'])}), {len(reports)} reports, {len(claims)} claims; "
              f"{count(claims, lambda c: c['status'])}; with a trap {sum(bool(c['trap']) for c in claims)}")
        records = pages(faults)
        unique(records)
        for page in records:
            put(f"pages/{page['file']}", page.pop("raw"))
        put("pages/pages.jsonl", lines(records))
        labels = [r["label"] for page in records for r in page["regions"]]
        print(f"pages: {len(records)} ({count(records, lambda r: r['part'])}), {len(labels)} regions; {count(labels, str)}")
    except Fault as fault:
        faults.append(str(fault))
    if faults:
        sys.exit("\n".join(faults))
    for name in stale:
        print(f"{name} differs from its authoring file", file=sys.stderr)
    sys.exit(1 if stale else 0)


if __name__ == "__main__":
    main()
