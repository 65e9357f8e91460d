"""Measures a checkpoint on the dev parts with the kits' scorers, and fits one temperature a head.

Words are the treebanks' own; the statement corpus is split by words.py. Sentences are predicted, and, for
comparison, given.
"""
import argparse
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from data import NAME_TAGS, STATEMENT_TAGS, articles
from labels import apply, lemma_table
from pieces import WordPiece
from predict import decide, scores
from quantize import quantized
from reader import FORBIDDEN, Reader
from train import base_weights, treebanks
from windows import MISSING, Encoder


def load(checkpoint, labels_path, weights="last"):
    labels = json.loads(Path(labels_path).read_text())
    model = Reader(labels)
    model.load_state_dict(torch.load(checkpoint, weights_only=True)[weights])
    return model.eval(), labels


def lemmas(words, decisions, labels, table):
    """The lemma of each word: the table's, else what the chosen edit makes of it."""
    rows = zip(words, decisions.upos, decisions.xpos, decisions.lemma)
    return [table.get((word, labels["upos"][upos], labels["xpos"][xpos])) or apply(labels["lemma"][edit], word) or word
            for word, upos, xpos, edit in rows]


def write_conllu(path, decided, labels, table):
    """The decisions as CoNLL-U, one sentence a block."""
    with open(path, "w", encoding="utf8") as file:
        for parts in decided:
            for part, d in parts:
                words = part.source[0].words[part.source[1]:part.source[1] + part.words]
                low, bases = 0, lemmas(words, d, labels, table)
                for i, word in enumerate(words):
                    if d.starts[i] and i:
                        low = i
                        file.write("\n")
                    head = 0 if d.heads[i] == -1 else d.heads[i] - low + 1
                    upos, xpos = labels["upos"][d.upos[i]], labels["xpos"][d.xpos[i]]
                    relation = labels["relation"][d.relations[i]]
                    cells = (i - low + 1, word, bases[i], upos, xpos, "_", head, relation, "_", "_")
                    file.write("\t".join(map(str, cells)) + "\n")
                file.write("\n")


def write_names(path, decided):
    with open(path, "w", encoding="utf8") as file:
        for parts in decided:
            for part, d in parts:
                words = part.source[0].words[part.source[1]:part.source[1] + part.words]
                for i, (word, tag) in enumerate(zip(words, d.names)):
                    file.write(f"{i + 1}\t{word}\t{NAME_TAGS[tag]}\n")
                file.write("\n")


def write_statements(path, news, decided):
    """Every span as an attribution of its own: the chunk figures do not ask for links."""
    with open(path, "w", encoding="utf8") as file:
        for (article, _), parts in zip(news, decided):
            spans = []
            for part, d in parts:
                offsets = part.source[0].offsets[part.source[1]:part.source[1] + part.words]
                for (start, end), tag in zip(offsets, d.statements):
                    if tag and tag % 2:
                        spans.append([start, end, (tag - 1) // 2])
                    elif tag:
                        spans[-1][1] = end
            lone = [{r: [[s, e]] if k == role else [] for k, r in enumerate(("source", "cue", "content"))}
                    for s, e, role in spans]
            file.write(json.dumps({"id": article["id"], "attributions": lone}) + "\n")


def kit(*command):
    run = subprocess.run([sys.executable, *map(str, command), "--json"], capture_output=True, text=True)
    if run.returncode:
        raise SystemExit(run.stderr)
    return json.loads(run.stdout)


def fit(negative_log_likelihood):
    """The temperature with the least loss."""
    grid = np.round(np.arange(0.6, 3.01, 0.05), 2)
    return float(grid[int(np.argmin([float(negative_log_likelihood(t)) for t in grid]))])


@torch.no_grad()
def calibrate(model, tree_scores, news_scores):
    """One temperature a head, and the sentence threshold with the best F1, on gold labels of dev."""
    parts = [s for document in tree_scores for s in document]
    result = {}
    for head in ("upos", "xpos", "lemma", "sentence"):
        logits = torch.cat([s.tags[head] for s in parts])
        gold = torch.cat([torch.from_numpy(s.part.labels[head]) for s in parts])
        if head == "sentence":
            inside = torch.cat([torch.arange(s.part.words) > 0 for s in parts])
            gold = torch.where(inside, gold, torch.full_like(gold, MISSING))
            chance_logits, chance_gold = logits[inside], gold[inside]
        result[head] = fit(lambda t: F.cross_entropy(logits / t, gold, ignore_index=MISSING))
    chance = torch.softmax(chance_logits / result["sentence"], -1)[:, 1]
    starts = chance_gold == 1
    f1 = lambda t: 2 * int(((chance >= t) & starts).sum()) / int((chance >= t).sum() + starts.sum())
    result["threshold"] = max((round(0.3 + 0.02 * i, 2) for i in range(26)), key=f1)
    arcs, heads, labels, relations = [], [], [], []
    for s in parts:
        gold, group = torch.from_numpy(s.part.labels["head"]), torch.from_numpy(s.part.labels["group"])
        table = s.arcs.clone()
        table[:, 1:].masked_fill_(group[:, None] != group[None, :], FORBIDDEN)
        table[torch.arange(len(gold)), 1 + torch.arange(len(gold))] = FORBIDDEN
        arcs += [F.pad(table, (0, 256 - table.shape[1]), value=FORBIDDEN)]
        heads += [torch.where(gold == MISSING, gold, gold + 1)]
        labels += [s.relate((gold + 1).clamp(min=0))]
        relations += [torch.from_numpy(s.part.labels["relation"])]
    arcs, heads, labels, relations = map(torch.cat, (arcs, heads, labels, relations))
    result["arc"] = fit(lambda t: F.cross_entropy(arcs / t, heads, ignore_index=MISSING))
    result["label"] = fit(lambda t: F.cross_entropy(labels / t, relations, ignore_index=MISSING))
    news = [s for document in news_scores for s in document if s.part.statements[0] != MISSING]
    result["statement"] = _fit_crf(model.statement_crf, [s.statement for s in news],
                                   [torch.from_numpy(s.part.statements)[:, None] == torch.arange(len(STATEMENT_TAGS))
                                    for s in news])
    named = [s for s in parts if s.part.names[0]]
    result["name"] = _fit_crf(model.name_crf, [s.name for s in named],
                              [(torch.from_numpy(s.part.names)[:, None] >> torch.arange(len(NAME_TAGS)) & 1).bool()
                               for s in named])
    return result


def _fit_crf(crf, emissions, permitted):
    order = sorted(range(len(emissions)), key=lambda i: len(emissions[i]))
    pad = torch.nn.utils.rnn.pad_sequence
    groups = [order[i:i + 200] for i in range(0, len(order), 200)]
    batches = [(pad([emissions[i] for i in g], True), pad([permitted[i] for i in g], True, True),
                torch.tensor([len(emissions[i]) for i in g])) for g in groups]
    weights = crf.transitions.data.clone(), crf.start.data.clone()

    def loss(t):
        crf.transitions.data, crf.start.data = weights[0] / t, weights[1] / t
        return sum(crf.loss(e / t, p, n).sum() for e, p, n in batches)
    best = fit(loss)
    crf.transitions.data, crf.start.data = weights
    return best


def measure(model, labels, encoder, data, kits, out, tag):
    """Scores of the dev parts by the kits; -> (figures, temperatures)."""
    out, figures = Path(out), {}
    root = labels["relation"].index("root")
    banks = dict(zip(("ewt", "gum"), treebanks(data, "dev")))
    table = lemma_table([document for bank in treebanks(data, "train") for document in bank])
    found = {name: scores(model, documents, encoder) for name, documents in banks.items()}
    news = articles(Path(kits) / "attribution" / "dev.jsonl")
    found["news"] = scores(model, [paragraphs for _, paragraphs in news], encoder)
    heat = calibrate(model, found["ewt"] + found["gum"], found["news"])
    for name in banks:
        for given in (False, True):
            decided = [[(s.part, decide(model, s, root, heat["threshold"], heat["sentence"],
                                        s.part.labels["sentence"].tolist() if given else None)) for s in document]
                       for document in found[name]]
            path = out / f"{tag}-{name}{'-given' if given else ''}.conllu"
            write_conllu(path, decided, labels, table)
            score = kit(Path(kits) / "analysis" / "score_ud.py", Path(data) / "ud" / f"en_{name}-dev.conllu", path)
            figures[name + (" given sentences" if given else "")] = score
        write_names(out / f"{tag}-{name}.iob2", decided)
        gold = "uner_ewt-dev.iob2" if name == "ewt" else "gum_silver-dev.iob2"
        figures[name + " names"] = kit(Path(kits) / "analysis" / "score_ner.py", Path(data) / "ner" / gold,
                                       out / f"{tag}-{name}.iob2", "--types", "PER,ORG,LOC")
    decided = [[(s.part, decide(model, s, root)) for s in document] for document in found["news"]]
    write_statements(out / f"{tag}-news.jsonl", news, decided)
    figures["statements"] = kit(Path(kits) / "attribution" / "score_attribution.py",
                                Path(kits) / "attribution" / "dev.jsonl", out / f"{tag}-news.jsonl")
    return figures, heat


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True)
    parser.add_argument("--kits", required=True, help="folder of analysis/ and attribution/")
    parser.add_argument("--base", required=True)
    parser.add_argument("--checkpoint", required=True)
    parser.add_argument("--weights", default="last", choices=("last", "mean"))
    parser.add_argument("--out", required=True)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--float", action="store_true", help="without the simulation of int8")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    model, labels = load(options.checkpoint, Path(options.checkpoint).parent / "labels.json", options.weights)
    if not options.float:
        model = quantized(model)
    encoder = Encoder(WordPiece(base_weights(options.base)[1]), labels)
    Path(options.out).mkdir(parents=True, exist_ok=True)
    tag = "float" if options.float else "int8"
    figures, heat = measure(model, labels, encoder, options.data, options.kits, options.out, tag)
    (Path(options.out) / f"{tag}.json").write_text(json.dumps({"figures": figures, "temperatures": heat}, indent=1))
    print(json.dumps(heat))
    for name, values in figures.items():
        print(name, json.dumps(values)[:1500])


if __name__ == "__main__":
    main()
