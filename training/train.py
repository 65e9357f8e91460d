"""Trains the reader for a stated wall-clock time and writes checkpoints.

Learning rate: warm-up, stable, then linear decay over the last part of the time.
"""
import argparse
import hashlib
import json
import random
import time
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file

from augment import varied
from data import articles, treebank
from labels import inventories
from pieces import WordPiece
from reader import FORBIDDEN, Reader
from windows import BUDGET, MISSING, Encoder, collate, windows

BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
PIECES = 1024  # padded pieces a batch
WARM_UP, DECAY = 150, 0.35
MEAN_EVERY, MEAN_OVER = 8, 50  # the running mean takes every 8th step and reaches back about 400
TREES = 0.52   # share of the batches that come from the treebanks


def batches(documents, encoder, random_, cases):
    """Endless batches of windows of about equal length; every epoch packs and varies the documents anew."""
    while True:
        pool = []
        for document in random_.sample(documents, len(documents)):
            parts = [part for p in document for part in encoder.parts(varied(p, random_, cases))]
            # reports are short and long: some documents are read in smaller windows
            budget = BUDGET if random_.random() < 0.7 else random_.randint(60, BUDGET)
            pool += windows(parts, budget)
        for i in range(0, len(pool), 400):
            chunk = sorted(pool[i:i + 400], key=lambda w: w.size)
            groups, current = [], []
            for window in chunk:
                if current and (window.size + 2) * (len(current) + 1) > PIECES:
                    groups.append(current)
                    current = []
                current.append(window)
            if not groups or sum(w.size for w in current) > PIECES // 3:
                groups.append(current)
            random_.shuffle(groups)
            yield from groups


def _cross_entropy(scores, gold):
    """Mean over the labels that are known; zero where none is."""
    return F.cross_entropy(scores, gold, ignore_index=MISSING, reduction="sum") / max(1, int((gold != MISSING).sum()))


def losses(model, batch):
    with torch.autocast("cpu", dtype=torch.bfloat16):
        x = model.vectors(batch)
    x = model.drop(x)
    words, result = x[:, 1:], {}
    known = batch["upos"] != MISSING
    if known.any():
        for head in ("upos", "xpos", "lemma", "sentence"):
            result[head] = _cross_entropy(getattr(model, head)(words[known]), batch[head][known])
        arc_dependent, arc_head, label_dependent, label_head = model.tree_vectors(x)
        scores, group = model.arcs(arc_dependent, arc_head), batch["group"]
        outside = group[:, :, None] != group[:, None, :]
        scores = torch.cat([scores[..., :1], scores[..., 1:].masked_fill(outside, FORBIDDEN)], -1)
        attached = batch["head"] != MISSING
        result["arc"] = _cross_entropy(scores[attached], batch["head"][attached])
        heads = label_head.gather(1, batch["head"].clamp(min=0)[..., None].expand(-1, -1, label_head.shape[-1]))
        result["label"] = _cross_entropy(model.labels(label_dependent[attached], heads[attached]),
                                         batch["relation"][attached])
    flat = words.reshape(-1, words.shape[-1])
    for head, crf, rows, tags in (("name", model.name_crf, batch["named"], batch["names"]),
                                  ("statement", model.statement_crf, batch["stated"], batch["statements"])):
        if rows.any():
            length = batch["length"][rows]
            emissions = getattr(model, head)(flat[batch["place"][rows][:, :length.max()]])
            result[head] = crf.loss(emissions, tags[rows][:, :length.max()], length).sum() / length.sum()
    return result


WEIGHTS = {"upos": 0.5, "xpos": 0.5, "lemma": 0.4, "sentence": 0.8, "arc": 1.0, "label": 1.0, "name": 2.5,
           "statement": 6.0}
SILVER_NAME_WEIGHT = 0.8


def rate(progress, step):
    """The learning rate's factor at a share of the time, so many steps after the start."""
    return min(1.0, (step + 1) / WARM_UP) * min(1.0, max(0.0, (1 - progress) / DECAY))


def save(model, mean, path, **more):
    """The weights, and their running mean (better than the weights while the rate is high)."""
    state = model.state_dict()
    averaged = dict(state, **{name: value for (name, _), value in zip(model.named_parameters(), mean)})
    torch.save({"last": state, "mean": averaged, **more}, path.with_suffix(".new"))
    path.with_suffix(".new").rename(path)


def base_weights(folder):
    path = Path(folder) / "model.safetensors"
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if digest != BASE_SHA256:
        raise SystemExit(f"{path}: sha256 {digest}, expected {BASE_SHA256}")
    vocabulary = (Path(folder) / "vocab.txt").read_text(encoding="utf8").split("\n")[:30522]
    return load_file(path), vocabulary


def treebanks(data, part):
    ud, ner, tail = Path(data) / "ud", Path(data) / "ner", ".gz" if part == "train" else ""
    gum = ".gz"
    return (treebank(ud / f"en_ewt-{part}.conllu{tail}", ner / f"uner_ewt-{part}.iob2{tail}"),
            treebank(ud / f"en_gum-{part}.conllu{gum if part == 'train' else ''}", ner / f"gum_silver-{part}.iob2"))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True, help="folder of ud/, ner/, silver/")
    parser.add_argument("--attribution", required=True, help="folder of train.jsonl")
    parser.add_argument("--base", required=True, help="folder of model.safetensors and vocab.txt")
    parser.add_argument("--out", required=True, help="folder for checkpoints")
    parser.add_argument("--minutes", type=float, default=85, help="wall clock; the rate decays by it")
    parser.add_argument("--steps", type=int, help="instead of --minutes: the same seed then gives the same model")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--resume", help="latest.pt of a run that was cut off")
    options = parser.parse_args()
    torch.set_num_threads(2)
    torch.set_flush_denormal(True)
    torch.manual_seed(options.seed)
    out = Path(options.out)
    out.mkdir(parents=True, exist_ok=True)

    weights, vocabulary = base_weights(options.base)
    ewt, gum = treebanks(options.data, "train")
    news = [paragraphs for _, paragraphs in articles(Path(options.attribution) / "train.jsonl",
                                                     Path(options.data) / "silver" / "news-train.conllu.gz")]
    labels = inventories(ewt + gum)
    (out / "labels.json").write_text(json.dumps(labels))
    wordpiece = WordPiece(vocabulary)
    encoder = Encoder(wordpiece, labels)
    model = Reader(labels)
    model.encoder.load_base(weights)
    slow = [p for n, p in model.named_parameters() if n.startswith("encoder.") and "shapes" not in n]
    fast = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    optimizer = torch.optim.AdamW([
        dict(params=slow, lr=1e-4, weight_decay=0.01),
        dict(params=[model.encoder.shapes.weight], lr=2e-4, weight_decay=0),
        dict(params=fast, lr=1e-3, weight_decay=0)], fused=True)
    top = [group["lr"] for group in optimizer.param_groups]
    mean, began, step, saved = [p.detach().clone() for p in model.parameters()], time.time(), 0, 0.0
    if options.resume:
        state = torch.load(options.resume, weights_only=True)
        model.load_state_dict(state["last"])
        optimizer.load_state_dict(state["optimizer"])
        mean = [state["mean"][name].detach() for name, _ in model.named_parameters()]
        step, saved = state["step"], state["seconds"]
        began -= saved
    first, average = step, {}
    streams = {"trees": batches(ewt + gum, encoder, random.Random(f"{options.seed} trees {first}"), True),
               "news": batches(news, encoder, random.Random(f"{options.seed} news {first}"), False)}
    choice = random.Random(f"{options.seed} choice {first}")
    print("start at step", step, {k: len(v) for k, v in labels.items()}, flush=True)
    progress = lambda: step / options.steps if options.steps else (time.time() - began) / (60 * options.minutes)
    while (done := progress()) < 1:
        for group, lr in zip(optimizer.param_groups, top):
            group["lr"] = lr * rate(done, step - first)
        stream = "trees" if choice.random() < TREES else "news"
        batch, _ = collate(next(streams[stream]), wordpiece)
        model.train()
        parts = losses(model, batch)
        weight = dict(WEIGHTS, name=SILVER_NAME_WEIGHT) if stream == "news" else WEIGHTS
        loss = sum(weight[k] * v for k, v in parts.items())
        optimizer.zero_grad()
        loss.backward()
        norm = torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
        if torch.isfinite(norm):
            optimizer.step()
        step += 1
        if step % MEAN_EVERY == 0:
            with torch.no_grad():
                torch._foreach_lerp_(mean, list(model.parameters()), min(1.0, 1 / (MEAN_OVER * min(1.0, step / 800))))
        for k, v in parts.items():
            key = f"{stream[0]}.{k}"
            average[key] = 0.97 * average.get(key, v.item()) + 0.03 * v.item()
        if step % 50 == 0:
            print(f"step {step} minutes {(time.time() - began) / 60:.1f} norm {norm:.1f}",
                  {k: round(v, 3) for k, v in sorted(average.items())}, flush=True)
        if time.time() - began - saved > 300:
            saved = time.time() - began
            save(model, mean, out / "latest.pt", optimizer=optimizer.state_dict(), step=step, seconds=saved)
    save(model, mean, out / "final.pt")
    print(f"end: {step} steps, {(time.time() - began) / 60:.1f} minutes", flush=True)


if __name__ == "__main__":
    main()
