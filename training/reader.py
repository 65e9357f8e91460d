"""The network: a BERT encoder with case features, and one head for each kind of decision."""
import torch
import torch.nn as nn
import torch.nn.functional as F

from data import NAME_TAGS, STATEMENT_TAGS

HIDDEN, LAYERS, ATTENTION, INNER, SHAPE_SIZE = 384, 6, 12, 1536, 16
WORD = HIDDEN + SHAPE_SIZE
ARC, LABEL = 256, 96
FORBIDDEN = -1e4


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.qkv, self.out = nn.Linear(HIDDEN, 3 * HIDDEN), nn.Linear(HIDDEN, HIDDEN)
        self.up, self.down = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.norm1, self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12), nn.LayerNorm(HIDDEN, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x, mask):
        B, L, _ = x.shape
        q, k, v = self.qkv(x).view(B, L, 3, ATTENTION, HIDDEN // ATTENTION).permute(2, 0, 3, 1, 4)
        y = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + self.drop(self.out(y.transpose(1, 2).reshape(B, L, HIDDEN))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    def __init__(self, vocabulary=30522):
        super().__init__()
        self.words, self.positions = nn.Embedding(vocabulary, HIDDEN), nn.Embedding(512, HIDDEN)
        self.shapes = nn.Embedding(64, HIDDEN)
        nn.init.zeros_(self.shapes.weight)
        self.norm, self.drop = nn.LayerNorm(HIDDEN, eps=1e-12), nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, ids, feats, mask):
        x = self.words(ids) + self.positions.weight[:ids.shape[1]] + self.shapes(feats)
        x = self.drop(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask[:, None, None, :])
        return x

    def load_base(self, tensors):
        """Weights of a BERT checkpoint; the segment embedding is folded into the positions."""
        tensors = {k.removeprefix("bert."): v for k, v in tensors.items()}
        e = "embeddings."
        state = {"words.weight": tensors[e + "word_embeddings.weight"],
                 "positions.weight": tensors[e + "position_embeddings.weight"]
                 + tensors[e + "token_type_embeddings.weight"][0],
                 "shapes.weight": self.shapes.weight.data}
        for p in ("weight", "bias"):
            state[f"norm.{p}"] = tensors[f"{e}LayerNorm.{p}"]
            for i in range(LAYERS):
                old, new = f"encoder.layer.{i}.", f"layers.{i}."
                state[f"{new}qkv.{p}"] = torch.cat(
                    [tensors[f"{old}attention.self.{n}.{p}"] for n in ("query", "key", "value")])
                state[f"{new}out.{p}"] = tensors[f"{old}attention.output.dense.{p}"]
                state[f"{new}norm1.{p}"] = tensors[f"{old}attention.output.LayerNorm.{p}"]
                state[f"{new}up.{p}"] = tensors[f"{old}intermediate.dense.{p}"]
                state[f"{new}down.{p}"] = tensors[f"{old}output.dense.{p}"]
                state[f"{new}norm2.{p}"] = tensors[f"{old}output.LayerNorm.{p}"]
        self.load_state_dict(state)


class CRF(nn.Module):
    """Linear-chain CRF over BIO tags; tags come as O, B-x, I-x, B-y, I-y, …"""

    def __init__(self, tags):
        super().__init__()
        n = len(tags)
        self.transitions, self.start = nn.Parameter(torch.zeros(n, n)), nn.Parameter(torch.zeros(n))
        between, first = torch.zeros(n, n), torch.zeros(n)
        for i in range(2, n, 2):
            first[i] = FORBIDDEN
            between[[f for f in range(n) if f not in (i, i - 1)], i] = FORBIDDEN
        self.register_buffer("between", between)
        self.register_buffer("first", first)

    def scores(self):
        """Transition [from, to] and start scores, forbidden ones included."""
        return self.transitions + self.between, self.start + self.first

    def loss(self, emissions, permitted, length):
        """-log P(the permitted sequences), one value a row."""
        between, first = self.scores()
        rows = len(emissions)
        both = torch.cat([emissions, emissions.masked_fill(~permitted, FORBIDDEN)])
        alpha = first + both[:, 0]
        inside = (torch.arange(both.shape[1])[None] < length[:, None]).repeat(2, 1)
        for t in range(1, both.shape[1]):
            step = torch.logsumexp(alpha[:, :, None] + between, 1) + both[:, t]
            alpha = torch.where(inside[:, t:t + 1], step, alpha)
        total = torch.logsumexp(alpha, 1)
        return total[:rows] - total[rows:]


class Mixed(nn.Module):
    """A two-layer head."""

    def __init__(self, inner, out):
        super().__init__()
        self.hidden, self.out, self.drop = nn.Linear(WORD, inner), nn.Linear(inner, out), nn.Dropout(0.25)

    def forward(self, x):
        return self.out(self.drop(F.gelu(self.hidden(x))))


class Reader(nn.Module):
    def __init__(self, inventories):
        super().__init__()
        self.encoder = Encoder()
        self.word_shapes = nn.Embedding(9, SHAPE_SIZE)
        self.drop, self.drop_tree = nn.Dropout(0.2), nn.Dropout(0.25)
        sizes = {head: len(labels) for head, labels in inventories.items()}
        self.upos, self.xpos = nn.Linear(WORD, sizes["upos"]), nn.Linear(WORD, sizes["xpos"])
        self.lemma, self.sentence = nn.Linear(WORD, sizes["lemma"]), nn.Linear(WORD, 2)
        self.name, self.name_crf = Mixed(128, len(NAME_TAGS)), CRF(NAME_TAGS)
        self.statement, self.statement_crf = Mixed(256, len(STATEMENT_TAGS)), CRF(STATEMENT_TAGS)
        self.arc_dependent, self.arc_head = nn.Linear(WORD, ARC), nn.Linear(WORD, ARC)
        self.label_dependent, self.label_head = nn.Linear(WORD, LABEL), nn.Linear(WORD, LABEL)
        self.relations = sizes["relation"]
        self.arc, self.label = nn.Linear(ARC, ARC), nn.Linear(LABEL, self.relations * (LABEL + 1))
        for layer in (self.arc, self.label):
            nn.init.normal_(layer.weight, std=0.02)
            nn.init.normal_(layer.bias, std=0.02)

    def vectors(self, batch):
        """One vector a word: its first piece and its case; place 0 is the root ([CLS])."""
        hidden = self.encoder(batch["ids"], batch["feats"], batch["mask"]).float()
        first = hidden.gather(1, batch["first"][..., None].expand(-1, -1, HIDDEN))
        return torch.cat([first, self.word_shapes(batch["shape"])], -1)

    def tree_vectors(self, x):
        act = lambda layer, z: self.drop_tree(F.gelu(layer(z)))
        return (act(self.arc_dependent, x[:, 1:]), act(self.arc_head, x),
                act(self.label_dependent, x[:, 1:]), act(self.label_head, x))

    def arcs(self, dependent, head):
        """Scores [word, head place], head place 0 the root."""
        return self.arc(dependent) @ head.transpose(-1, -2)

    def labels(self, dependent, head):
        """Relation scores of pairs of vectors."""
        table = self.label(dependent).view(*dependent.shape[:-1], self.relations, LABEL + 1)
        return (table[..., :LABEL] @ head[..., None]).squeeze(-1) + table[..., LABEL]
