#!/usr/bin/env python3
"""Scores what Hearsay reads from the test sets.

    python3 Tests/Sets/score.py texts DIR                 writes DIR/nested/n001.txt, DIR/talks/t01.txt …, one file a record
    python3 Tests/Sets/score.py nested OUT.json           OUT.json: `hearsay read DIR/nested/*.txt --as json`
    python3 Tests/Sets/score.py talks OUT.json            of DIR/talks/*.txt
    python3 Tests/Sets/score.py pages OUT.json            of Tests/Sets/pages/*.txt
    python3 Tests/Sets/score.py stories DIR               DIR/st01.json …: `hearsay read Tests/Sets/stories/st01/*.txt --as json`
    python3 Tests/Sets/score.py names PAIRS.tsv           columns a, b, verdict (`same`, `different`)
    python3 Tests/Sets/score.py --self-test

`--part blind` (the default), `open` or `all`; `--misses` prints what was missed (of the open part only: nobody looks at the blind one).
The measures are defined in docs/testsets.md. Standard library only.
"""
import argparse
import contextlib
import io
import json
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def load(name, part):
    records = [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]
    return [r for r in records if part in ("all", r["part"])]


def fold(name):
    name = re.sub(r"['’]s?$", "", name.strip("“”\"'‘’ ").lower())
    return re.sub(r"^(?:the|a|an|his|her|its|their|our|my) ", "", name)


def cells(refs, text):
    """The letters and digits that places cover; quotation marks, spaces and punctuation count for nothing."""
    return {i for r in refs for i in range(r["start"], r["end"]) if text[i:i + 1].isalnum()}


def dice(a, b):
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0


def f1(right, given, wanted):
    p, r = right / given if given else 0.0, right / wanted if wanted else 0.0
    return p, r, 2 * p * r / (p + r) if p + r else 0.0


def show(name, right, given, wanted):
    p, r, f = f1(right, given, wanted)
    print(f"{name:<28} P {p:.3f}  R {r:.3f}  F1 {f:.3f}   ({right} right, {given} given, {wanted} wanted)")


def share(name, right, total):
    print(f"{name:<28} {right / total if total else 0:.3f}   ({right} of {total})")


class Output:
    """A `hearsay/1` document, its reports under the stem of their file's name."""

    def __init__(self, document):
        self.document = document
        self.reports = {Path(r["source"]["name"]).stem: r for r in document["reports"]}
        self.actors = {a["id"]: a for a in document["actors"]}
        self.times = {t["id"]: t for t in document["times"]}
        self.places = {p["id"]: p for p in document["places"]}

    def names(self, actor):
        a = self.actors.get(actor)
        if a is None:
            return set()
        return {fold(n) for n in [a["name"], *a["names"], *(m["at"]["quote"] for m in a["mentions"])]}

    def refs(self, refs, report):
        return [r for r in refs or [] if r["report"] == report]


# nested


def link_right(gold, link, output, text):
    if gold["who"] is None:
        return link["kind"] != "actor"
    if link["mention"] and gold["mention"] and cells([gold["mention"]], text) & cells([link["mention"]], text):
        return True
    return fold(gold["who"]) in output.names(link["actor"])


def resolved(gold, link, output):
    return fold(gold["who"]) in output.names(link["actor"])


def nested(output, records, misses=False):
    tally = {"given": 0, "right": 0, "found": 0, "wanted": 0, "to right": 0, "to given": 0, "to wanted": 0,
             "act": 0, "polarity": 0, "certainty": 0, "compared": 0, "who": 0, "whos": 0}
    depths = {}
    for record in records:
        report = output.reports.get(record["id"])
        text = record["text"]
        given = [s for s in output.document["statements"] if report and s["report"] == report["id"] and s["depth"] > 0]
        covered = [cells(s["content"], text) for s in given]
        wanted = [(s, cells(s["content"], text)) for s in record["statements"]]
        used, forgiven = set(), 0
        for gold, content in sorted(wanted, key=lambda w: w[0]["optional"]):
            best, score = None, (0.7, 0)
            for i, s in enumerate(given):
                overlap = dice(content, covered[i])
                links = s["chain"][1:]
                fit = sum(link_right(g, l, output, text) for g, l in zip(gold["chain"], links)) - abs(
                    len(links) - len(gold["chain"]))
                if i not in used and overlap >= 0.7 and (best is None or (fit, overlap) > score):
                    best, score = i, (fit, overlap)
            if best is not None:
                used.add(best)
            if gold["optional"]:
                forgiven += best is not None
                continue
            tally["wanted"] += 1
            right, total = depths.setdefault(gold["depth"], [0, 0])
            s = given[best] if best is not None else None
            tally["to wanted"] += len(gold["addressees"])
            whole = False
            if s:
                tally["found"] += 1
                links = s["chain"][1:]
                whole = len(links) == len(gold["chain"]) and all(
                    link_right(g, l, output, text) for g, l in zip(gold["chain"], links))
                if whole and gold["chain"][-1]["who"]:
                    tally["whos"] += 1
                    tally["who"] += resolved(gold["chain"][-1], links[-1], output)
                tally["compared"] += 1
                same = {"tell": "say"}
                tally["act"] += same.get(s["act"], s["act"]) == same.get(gold["act"], gold["act"])
                tally["polarity"] += s["polarity"] == gold["polarity"]
                tally["certainty"] += s["certainty"] == gold["certainty"]
                medium = cells([gold["medium"]["mention"]], text) if gold["medium"] else set()
                open_ = list(gold["addressees"])
                for a in s["addressees"]:
                    at = cells(output.refs(a["evidence"], s["report"]), text)
                    hit = next((g for g in open_ if at & cells([g["mention"]], text)
                                or fold(g["who"]) in output.names(a["actor"])), None)
                    if hit:
                        open_.remove(hit)
                        tally["to right"] += 1
                    if hit or not at & medium:
                        tally["to given"] += 1
            depths[gold["depth"]] = [right + whole, total + 1]
            tally["right"] += whole
            if misses and not whole and record["part"] == "open":
                print("missed", gold["id"], [g["who"] for g in gold["chain"]], "|", gold["content"][0]["quote"][:60])
        tally["given"] += len(given) - forgiven
    show("statements (content)", tally["found"], tally["given"], tally["wanted"])
    show("statements (whole chain)", tally["right"], tally["given"], tally["wanted"])
    for depth, (right, total) in sorted(depths.items()):
        share(f"every link right, depth {depth}", right, total)
    share("source resolved", tally["who"], tally["whos"])
    show("addressees", tally["to right"], tally["to given"], tally["to wanted"])
    for key in ("act", "polarity", "certainty"):
        share(key, tally[key], tally["compared"])
    return tally, depths


# talks


def talks(output, records, misses=False):
    per = {}
    results = [0, 0]
    for record in records:
        report = output.reports.get(record["id"])
        text = record["text"]
        given = {}
        for story in output.document["stories"]:
            for talk in story["talks"]:
                for slot, items in talk.items():
                    if isinstance(items, list):
                        for item in items:
                            refs = output.refs(item.get("evidence"), report["id"]) if report and isinstance(item, dict) else []
                            if refs:
                                given.setdefault(slot, []).append((item, cells(refs, text)))
        for slot in set(given) | set(record["talks"]):
            if slot not in record["talks"] and slot not in record["notStated"]:
                continue
            count = per.setdefault(slot, [0, 0, 0])
            open_ = list(given.get(slot, []))
            count[1] += len(open_)
            for gold in record["talks"].get(slot, []):
                count[2] += 1
                words = [e for e in gold["evidence"] if gold["value"] and e["quote"] in gold["value"].split(" … ")]
                at = cells(words or gold["evidence"], text)
                actors = {fold(a) for a in gold["actor"]}
                hit = next((g for g in open_ if len(at & g[1]) * 2 >= len(at)
                            or not gold["value"] and actors & output.names(g[0].get("actor"))), None)
                if hit:
                    open_.remove(hit)
                    count[0] += 1
                    if slot == "outcome":
                        results[1] += 1
                        results[0] += hit[0].get("result") == gold["result"]
                elif misses and record["part"] == "open":
                    print("missed", record["id"], slot, gold["value"] or gold["actor"])
    for slot, count in sorted(per.items()):
        show(slot, *count)
    show("all slots", *(sum(c[i] for c in per.values()) for i in range(3)))
    share("result of the outcome", *results)
    return per


# stories


def stories(folder, records, misses=False):
    right = total = origins = counted = false = found = 0
    for record in records:
        path = Path(folder) / f"{record['id']}.json"
        if not path.exists():
            sys.exit(f"{path}: not there; write it with hearsay read")
        output = Output(json.loads(path.read_text(encoding="utf-8")))
        keys = {r["id"]: key for key, r in output.reports.items()}
        texts = {r["id"]: r["text"] for r in record["reports"]}
        claims = [c for story in output.document["stories"] for c in story["claims"]]
        places = []
        for claim in claims:
            refs = {}
            for s in claim["supports"]:
                for e in s["evidence"]:
                    refs.setdefault(keys.get(e["report"]), []).append(e)
            places.append({k: cells(v, texts[k]) for k, v in refs.items() if k in texts})

        def met(gold, place):
            hits = 0
            for s in gold["supports"]:
                at = cells([s], texts[s["report"]])
                hits += len(at & place.get(s["report"], set())) * 2 >= len(at)
            return hits
        for gold in record["claims"]:
            total += 1
            scored = [(met(gold, p), claims[i]["slot"] == gold["slot"], -i) for i, p in enumerate(places)]
            hits, _, index = max(scored, default=(0, False, 0))
            status = None
            if hits and hits * 2 >= len(gold["supports"]):
                found += 1
                claim = claims[-index]
                status = claim["status"]
                right += status in {gold["status"], *gold["alsoStatus"]}
                if gold["origins"] is not None and status == gold["status"]:
                    counted += 1
                    origins += len(claim["origins"]) == gold["origins"]
            if misses and record["part"] == "open" and status not in {gold["status"], *gold["alsoStatus"]}:
                print("missed", record["id"], gold["about"], "|", gold["status"], "| given:", status)
        disputed = [g for g in record["claims"] if "contested" in {g["status"], *g["alsoStatus"]}]
        for claim, place in zip(claims, places):
            if claim["status"] == "contested" and not any(met(g, place) for g in disputed):
                false += 1
    share("claims found", found, total)
    share("claim status right", right, total)
    share("origins counted right", origins, counted)
    print(f"{'false conflicts a story':<28} {false / len(records) if records else 0:.2f}   ({false} in {len(records)} stories)")
    return right, total, false


# names and pages


def names(rows, wanted):
    verdicts = {}
    for row in rows:
        verdicts[frozenset(row[:2])] = row[2]
    both = [(verdicts.get(frozenset((a, b)), "different"), verdict) for a, b, verdict, *_ in wanted]
    right = sum(g == v == "same" for g, v in both)
    show("same person", right, sum(g == "same" for g, _ in both), sum(v == "same" for _, v in both))
    return right


def pages(output, records, misses=False):
    labels, fields = {}, {}

    def field(name, given, wanted):
        count = fields.setdefault(name, [0, 0, 0])
        given, wanted = {fold(g) for g in given if g}, {fold(w) for w in wanted if w}
        count[0] += len(given & wanted)
        count[1] += len(given)
        count[2] += len(wanted)

    for record in records:
        text = (HERE / "pages" / record["file"]).read_bytes().decode("utf-8-sig")
        report = output.reports.get(record["id"])
        got = {}
        for region in report["regions"] if report else []:
            got.setdefault(region["label"], []).append(region["at"])
        want = {}
        for region in record["regions"]:
            want.setdefault(region["label"], []).append(region)
        for label in set(got) | set(want):
            g, w = cells(got.get(label, []), text), cells(want.get(label, []), text)
            count = labels.setdefault(label, [0, 0, 0])
            for i, n in enumerate((len(g & w), len(g), len(w))):
                count[i] += n
            if misses and record["part"] == "open" and g != w:
                print("differs", record["id"], label)
        meta = record["metadata"]
        if not report:
            report = {"headline": None, "publisher": None, "date": None, "dateline": None, "credits": []}
        publisher, date, line = report["publisher"], report["date"], report["dateline"]
        actor = lambda i: output.actors.get(i, {}).get("name")
        time = lambda i: output.times.get(i, {}).get("value")
        field("headline", [report["headline"] and report["headline"]["quote"]], [meta["headline"]])
        field("outlet", [publisher and actor(publisher["actor"])], [meta["outlet"]])
        field("published", [date and time(date["time"])], [meta["published"] and meta["published"]["value"]])
        field("dateline place", [line and output.places.get(line["place"], {}).get("name")],
              [meta["dateline"] and meta["dateline"]["place"]])
        field("credits", [actor(c["actor"]) for c in report["credits"]],
              [c["name"] for c in meta["credits"]] + meta["authors"])
    for label, count in sorted(labels.items()):
        show(f"region: {label}", *count)
    for name, count in sorted(fields.items()):
        show(f"field: {name}", *count)
    return labels, fields


def self_test():
    """Perfect outputs score 1; a nested one without its second links, or talks without their offers, do not."""
    with contextlib.redirect_stdout(io.StringIO()):
        test_nested()
        test_talks()
    print("self-test passed")


def test_talks():
    records = load("talks.jsonl", "all")
    at = lambda r, i: [{"report": r["id"], **e} for e in i["evidence"]]
    document = {"actors": [], "times": [], "places": [], "statements": [],
                "reports": [{"id": r["id"], "source": {"name": r["id"] + ".txt"}} for r in records],
                "stories": [{"claims": [], "talks": [
                    {slot: [{"result": i.get("result"), "evidence": at(r, i)} for i in items]
                     for slot, items in r["talks"].items()}]} for r in records]}
    per = talks(Output(document), records)
    assert all(right == given == wanted for right, given, wanted in per.values()), per
    for story in document["stories"]:
        story["talks"][0].pop("offers", None)
    per = talks(Output(document), records)
    assert [slot for slot, (right, _, wanted) in per.items() if right < wanted] == ["offers"], per


def test_nested():
    records = load("nested.jsonl", "all")
    document = {"reports": [], "actors": [], "times": [], "places": [], "statements": [], "stories": []}

    def actor(who):
        document["actors"].append({"id": f"a{len(document['actors'])}", "name": who or "", "names": [who or ""], "mentions": []})
        return document["actors"][-1]["id"]

    for r in records:
        document["reports"].append({"id": r["id"], "source": {"name": r["id"] + ".txt"}})
        for s in r["statements"]:
            at = lambda refs: [{"report": r["id"], **ref} for ref in refs]
            document["statements"].append({
                "report": r["id"], "depth": s["depth"], "content": at(s["content"]), "act": s["act"],
                "polarity": s["polarity"], "certainty": s["certainty"],
                "chain": [{"kind": "outlet"}] + [
                    {"kind": l["kind"], "actor": actor(l["who"]) if l["who"] else None, "mention": l["mention"]} for l in s["chain"]],
                "addressees": [{"actor": actor(a["who"]), "evidence": at([a["mention"]])} for a in s["addressees"]]})
    tally, depths = nested(Output(document), records)
    assert tally["right"] == tally["wanted"] == tally["found"] == tally["given"], tally
    assert tally["to right"] == tally["to wanted"] == tally["to given"], tally
    assert all(right == total for right, total in depths.values()), depths
    for s in document["statements"]:
        del s["chain"][2:]
    tally, depths = nested(Output(document), records)
    assert depths[1][0] == depths[1][1] and all(depths[d][0] == 0 for d in depths if d > 1), depths


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="?", choices=["texts", "nested", "talks", "pages", "stories", "names"])
    parser.add_argument("path", nargs="?")
    parser.add_argument("--part", default="blind", choices=["blind", "open", "all"])
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--self-test", action="store_true")
    arguments = parser.parse_args()
    if arguments.self_test:
        return self_test()
    if arguments.path is None:
        parser.error("what to score, and the output to score, are needed")
    what, path, part, misses = arguments.what, arguments.path, arguments.part, arguments.misses
    if what == "texts":
        for name in ("nested", "talks"):
            folder = Path(path) / name
            folder.mkdir(parents=True, exist_ok=True)
            for r in load(f"{name}.jsonl", "all"):
                (folder / f"{r['id']}.txt").write_bytes(r["text"].encode())
        return None
    if what == "stories":
        return stories(path, load("stories/stories.jsonl", part), misses)
    if what == "names":
        rows = [line.split("\t") for line in Path(path).read_text(encoding="utf-8").splitlines()]
        gold = [line.split("\t") for line in (HERE / "names.tsv").read_text(encoding="utf-8").splitlines()[1:]]
        return names(rows, [g for g in gold if part in ("all", g[4])])
    output = Output(json.loads(Path(path).read_text(encoding="utf-8")))
    if what == "nested":
        return nested(output, load("nested.jsonl", part), misses)
    if what == "talks":
        return talks(output, load("talks.jsonl", part), misses)
    if what == "pages":
        return pages(output, load("pages/pages.jsonl", part), misses)
    return None


if __name__ == "__main__":
    main()
