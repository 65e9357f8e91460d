"""Runs the reader over documents."""
from dataclasses import dataclass, field

import numpy as np
import torch
import torch.nn.functional as F

from decode import tree, viterbi
from reader import FORBIDDEN
from windows import collate, windows

TAG_HEADS = ("upos", "xpos", "lemma", "sentence")


@dataclass
class Scores:
    """What the network says about one part, before decoding."""
    part: object
    tags: dict = field(default_factory=dict)  # head -> [word, label]
    name: torch.Tensor = None
    statement: torch.Tensor = None
    arcs: torch.Tensor = None                 # [word, 0 = root, then the words of the part]
    relate: object = None                     # heads (0 = root) -> relation scores


@torch.no_grad()
def scores(model, documents, encoder, batch_size=16):
    """The scores of every part of every paragraph: one list a document."""
    model.eval()
    everything = [(d, w) for d, document in enumerate(documents)
                  for w in windows([part for p in document for part in encoder.parts(p)])]
    found = {}
    order = sorted(range(len(everything)), key=lambda i: everything[i][1].size)
    for at in range(0, len(order), batch_size):
        chosen = order[at:at + batch_size]
        batch, _ = collate([everything[i][1] for i in chosen], encoder.wordpiece)
        x = model.vectors(batch)
        words, trees = x[:, 1:], model.tree_vectors(x)
        tags = {head: getattr(model, head)(words) for head in TAG_HEADS}
        name, statement, asking = model.name(words), model.statement(words), model.arc(trees[0])
        for b, i in enumerate(chosen):
            at_word = 0
            for k, (part, start) in enumerate(everything[i][1].parts):
                n = part.words - start
                here = slice(at_word, at_word + n)
                at_word += n
                if k == 0 and everything[i][1].context:
                    continue
                heads = torch.cat([trees[1][b, :1], trees[1][b, 1:][here]])
                label_heads = torch.cat([trees[3][b, :1], trees[3][b, 1:][here]])
                result = Scores(part, {h: t[b, here] for h, t in tags.items()}, name[b, here], statement[b, here],
                                asking[b, here] @ heads.T)
                result.relate = lambda at, own=trees[2][b, here], others=label_heads: model.labels(own, others[at])
                found[i, k] = result
    result = [[] for _ in documents]
    for key in sorted(found):
        result[everything[key[0]][0]].append(found[key])
    return result


@dataclass
class Decisions:
    """Label numbers of the words of one part; heads are places in the part, -1 for a root."""
    upos: list
    xpos: list
    lemma: list
    starts: list
    heads: list
    relations: list
    names: list
    statements: list


@torch.no_grad()
def decide(model, found, root, threshold=0.5, temperature=1.0, starts=None):
    """Decisions from the scores of one part; `starts` gives the sentences where they are known."""
    n = found.part.words
    best = {head: found.tags[head].argmax(-1).tolist() for head in ("upos", "xpos", "lemma")}
    if starts is None:
        chance = torch.softmax(found.tags["sentence"] / temperature, -1)[:, 1]
        starts = [int(i == 0 or chance[i] >= threshold) for i in range(n)]
    heads = np.full(n, -1)
    bounds = [i for i in range(n) if starts[i] or i == 0] + [n]
    for low, high in zip(bounds, bounds[1:]):
        columns = torch.cat([found.arcs[low:high, :1], found.arcs[low:high, 1 + low:1 + high]], 1)
        columns[torch.arange(high - low), 1 + torch.arange(high - low)] = FORBIDDEN
        chosen = tree(F.log_softmax(columns.double(), -1).numpy())
        heads[low:high] = np.where(chosen == 0, -1, chosen - 1 + low)
    table = found.relate(torch.from_numpy(heads + 1)).clone()
    is_root = torch.from_numpy(heads == -1)
    table[:, root] = float("-inf")
    relations = torch.where(is_root, torch.full((n,), root), table.argmax(-1)).tolist()
    sequences = []
    for head in ("name", "statement"):
        between, first = (t.numpy() for t in getattr(model, head + "_crf").scores())
        sequences.append(viterbi(getattr(found, head).numpy(), between, first))
    return Decisions(best["upos"], best["xpos"], best["lemma"], starts, heads.tolist(), relations, *sequences)
