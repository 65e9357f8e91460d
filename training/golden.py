"""Writes what the int8 network decides on a few texts, so that the Swift reader can be held against it.

Words are given, so that the file tests the network and its decoding, not the tokenizer.
"""
import argparse
import json
from pathlib import Path

import torch

from data import NAME_TAGS, STATEMENT_TAGS, Paragraph
from evaluate import lemmas, load
from labels import lemma_table
from pieces import WordPiece
from predict import decide, scores
from quantize import quantized
from train import base_weights, treebanks
from windows import Encoder, collate, windows
from words import words


def paragraphs(text):
    """The text's paragraphs (one a line) as words."""
    result, at = [], 0
    for block in text.split("\n"):
        places = words(block)
        if places:
            result.append(Paragraph(words=[block[s:e] for s, e in places],
                                    spaced=[i == 0 or places[i - 1][1] < s for i, (s, _) in enumerate(places)],
                                    starts=[1] + [0] * (len(places) - 1)))
        at += len(block) + 1
    return result


def reading(model, labels, table, encoder, document, heat):
    """One text's golden record."""
    parts = [part for p in document for part in encoder.parts(p)]
    packed = windows(parts)
    batch, _ = collate(packed, encoder.wordpiece)
    sizes = [w.size + 2 for w in packed]
    record = {"windows": [{"pieces": batch["ids"][i, :n].tolist(), "features": batch["feats"][i, :n].tolist()}
                          for i, n in enumerate(sizes)], "parts": []}
    root = labels["relation"].index("root")
    for found in scores(model, [document], encoder)[0]:
        part, d = found.part, decide(model, found, root, heat["threshold"], heat["sentence"])
        source, start = part.source
        own = source.words[start:start + part.words]
        chance = torch.softmax(found.tags["sentence"] / heat["sentence"], -1)[:, 1]
        record["parts"].append({
            "paragraph": next(i for i, p in enumerate(document) if p is source), "first": start, "words": own,
            "spaced": [bool(s) for s in source.spaced[start:start + part.words]],
            "upos": [labels["upos"][i] for i in d.upos], "xpos": [labels["xpos"][i] for i in d.xpos],
            "lemma": lemmas(own, d, labels, table),
            "starts": d.starts, "start_probability": [round(float(c), 3) for c in chance],
            "heads": d.heads, "relations": [labels["relation"][i] for i in d.relations],
            "names": [NAME_TAGS[i] for i in d.names], "statements": [STATEMENT_TAGS[i] for i in d.statements]})
    return record


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True, help="the treebanks, for the table of lemmas")
    parser.add_argument("--base", required=True)
    parser.add_argument("--checkpoint", required=True)
    parser.add_argument("--weights", default="last", choices=("last", "mean"))
    parser.add_argument("--measured", required=True, help="int8.json of evaluate.py")
    parser.add_argument("--texts", default=Path(__file__).parent / "golden-texts.json")
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    model, labels = load(options.checkpoint, Path(options.checkpoint).parent / "labels.json", options.weights)
    model = quantized(model)
    heat = json.loads(Path(options.measured).read_text())["temperatures"]
    encoder = Encoder(WordPiece(base_weights(options.base)[1]), labels)
    table = lemma_table([document for bank in treebanks(options.data, "train") for document in bank])
    records = [{"name": t["name"], "text": t["text"]}
               | reading(model, labels, table, encoder, paragraphs(t["text"]), heat)
               for t in json.loads(Path(options.texts).read_text(encoding="utf8"))]
    Path(options.out).write_text(json.dumps(records, ensure_ascii=False, indent=None, separators=(",", ":")) + "\n")
    print(len(records), "texts,", sum(len(p["words"]) for r in records for p in r["parts"]), "words")


if __name__ == "__main__":
    main()
