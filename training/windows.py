"""Windows of at most 254 pieces over whole paragraphs, the paragraph before as context, and batches of them."""
from dataclasses import dataclass

import numpy as np
import torch

from data import NAME_TAGS, OPEN_WORLD, STATEMENT_TAGS
from labels import script
from pieces import IN_QUOTE, PARAGRAPH_START, ROOT_SHAPE, piece_shape, quote_states, word_shape

BUDGET, CONTEXT, MISSING = 254, 64, -100
FIELDS = ("upos", "xpos", "lemma", "sentence", "head", "relation", "group")


@dataclass
class Part:
    """A paragraph, or a stretch of a long one, as arrays; `heads` and `group` are relative to the part."""
    words: int
    pieces: list       # per word: [(piece id, feature)]
    shapes: list
    labels: dict       # field -> int array, MISSING where the corpus says nothing
    names: np.ndarray  # permitted tags, bit masks; 0 = missing
    statements: np.ndarray
    source: tuple = None  # (paragraph, first word): where the part comes from

    def size(self, start=0):
        return sum(len(p) for p in self.pieces[start:])


class Encoder:
    """Turns paragraphs into parts."""

    def __init__(self, wordpiece, inventories):
        self.wordpiece = wordpiece
        self.index = {head: {label: i for i, label in enumerate(labels)} for head, labels in inventories.items()}

    def parts(self, paragraph):
        words, quoted = paragraph.words, quote_states(paragraph.words)
        pieces = []
        for i, word in enumerate(words):
            pieces.append([
                (piece, piece_shape(part, paragraph.spaced[i] and k == 0) + IN_QUOTE * quoted[i]
                 + PARAGRAPH_START * (i == 0 and k == 0))
                for k, (piece, part) in enumerate(self.wordpiece(word))])
        sizes, start, parts = [len(p) for p in pieces], 0, []
        while start < len(words):
            end, total = start, 0
            while end < len(words) and total + sizes[end] <= BUDGET:
                total += sizes[end]
                end += 1
            if end < len(words):
                end = _cut(words, start, end)
            parts.append(self._part(paragraph, start, end, pieces))
            start = end
        return parts

    def _part(self, paragraph, start, end, pieces):
        n, missing = end - start, np.full(end - start, MISSING)
        labels = {f: missing for f in FIELDS}
        words = paragraph.words[start:end]
        if paragraph.heads is not None:
            at = lambda head, values: np.array([self.index[head].get(v, MISSING) for v in values[start:end]])
            labels["upos"], labels["xpos"] = at("upos", paragraph.upos), at("xpos", paragraph.xpos)
            labels["relation"] = at("relation", paragraph.relations)
            labels["lemma"] = np.array([MISSING if lemma is None else self.index["lemma"].get(script(w, lemma), MISSING)
                                        for w, lemma in zip(words, paragraph.lemmas[start:end])])
            labels["sentence"] = np.array(paragraph.starts[start:end])
            labels["group"] = np.cumsum(paragraph.starts[start:end])
            heads = np.array(paragraph.heads[start:end])
            inside = (heads >= start) & (heads < end)
            labels["head"] = np.where(heads == -1, -1, np.where(inside, heads - start, MISSING))
            labels["relation"] = np.where(labels["head"] == MISSING, MISSING, labels["relation"])
        names = np.zeros(n, dtype=np.int64)
        if paragraph.names is not None and all(m is not None for m in paragraph.names[start:end]):
            names = np.array(paragraph.names[start:end])
            if names[0] & (names[0] - 1) == 0 and names[0] > 1:  # a part can not begin inside a name
                bit = int(names[0]).bit_length() - 1
                names[0] = 1 << (bit - 1 + bit % 2)
            elif names[0] & (names[0] - 1):
                names[0] &= ~np.int64(1 << 8)
        statements = missing
        if paragraph.statements is not None:
            statements = np.array(paragraph.statements[start:end])
            if statements[0] and statements[0] % 2 == 0:
                statements[0] -= 1
        return Part(n, pieces[start:end], [word_shape(w) for w in words], labels, names, statements,
                    (paragraph, start))


def _cut(words, start, end):
    """Where a long paragraph is cut: after the last full stop (and closing quotes) that fits, else at `end`."""
    for i in range(end - 1, start, -1):
        last = i
        while last > start and words[last] in ('"', "”", "''", "’", "'", ")"):
            last -= 1
        if words[last] in (".", "!", "?"):
            return i + 1
    return end


@dataclass
class Window:
    """Parts read together; the words before `context` belong to the window before and only give context."""
    parts: list       # (part, first word used)
    size: int
    context: bool     # the first part is context
    cut: bool         # ... and not whole


def windows(parts, budget=BUDGET):
    """Greedy windows over the parts of one document, in order. A window after the first begins with context."""
    result, i = [], 0
    while i < len(parts):
        need = parts[i].size()
        room = max(budget, need)
        context, start, size = None, 0, 0
        if i > 0:
            context = parts[i - 1]
            start, most = context.words, min(CONTEXT, BUDGET - need)
            while start > 0 and size + len(context.pieces[start - 1]) <= most:
                start -= 1
                size += len(context.pieces[start])
            if start == context.words:
                context = None
        chosen = [(context, start)] if context else []
        while i < len(parts) and (need is not None or size + parts[i].size() <= room):
            chosen.append((parts[i], 0))
            size += parts[i].size()
            need = None
            i += 1
        result.append(Window(chosen, size, context is not None, start > 0))
    return result


def collate(batch, wordpiece, context_loss=True):
    """Tensors of a batch of windows, and the rows (one a part) that the CRFs run over: (window, word, part)."""
    B, L = len(batch), max(w.size for w in batch) + 2
    W = max(sum(p.words - s for p, s in w.parts) for w in batch)
    ids, feats = np.zeros((B, L), np.int64), np.full((B, L), 10, np.int64)
    mask = np.zeros((B, L), bool)
    first, shape = np.zeros((B, W + 1), np.int64), np.full((B, W + 1), ROOT_SHAPE, np.int64)
    labels = {f: np.full((B, W), MISSING, np.int64) for f in FIELDS}
    rows = []
    for b, window in enumerate(batch):
        at, word, group = 1, 0, 0
        ids[b, 0] = wordpiece.cls
        for k, (part, start) in enumerate(window.parts):
            n = part.words - start
            for i, pieces in enumerate(part.pieces[start:]):
                first[b, word + 1 + i] = at
                for piece, feature in pieces:
                    ids[b, at], feats[b, at] = piece, feature
                    at += 1
            shape[b, word + 1:word + 1 + n] = part.shapes[start:]
            if not (k == 0 and window.context and (window.cut or not context_loss)):
                for f in FIELDS:
                    labels[f][b, word:word + n] = part.labels[f]
                known = labels["head"][b, word:word + n]
                known[known >= 0] += word + 1
                known[known == -1] = 0
                here = labels["group"][b, word:word + n]
                here[here >= 0] += group
                group = max(group, here.max(initial=group)) + 1
                rows.append((b, word, part))
            word += n
        ids[b, at] = wordpiece.sep
        mask[b, :at + 1] = True
    T = max((p.words for _, _, p in rows), default=1)
    place, length = np.zeros((len(rows), T), np.int64), np.zeros(len(rows), np.int64)
    names = np.ones((len(rows), T), np.int64) * OPEN_WORLD
    statements = np.zeros((len(rows), T), np.int64)
    named, stated = np.zeros(len(rows), bool), np.zeros(len(rows), bool)
    for r, (b, word, part) in enumerate(rows):
        n = length[r] = part.words
        place[r, :n] = b * W + word + np.arange(n)
        named[r], stated[r] = part.names[0] != 0, part.statements[0] != MISSING
        names[r, :n] = part.names
        statements[r, :n] = part.statements
    bits = (names[..., None] >> np.arange(len(NAME_TAGS))) & 1
    one_hot = statements[..., None] == np.arange(len(STATEMENT_TAGS))
    tensors = dict(ids=ids, feats=feats, mask=mask, first=first, shape=shape, place=place, length=length,
                   names=bits.astype(bool), statements=one_hot, named=named, stated=stated, **labels)
    return {k: torch.from_numpy(v) for k, v in tensors.items()}, rows
