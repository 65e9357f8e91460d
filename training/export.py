"""Writes a checkpoint as the model file that the reader maps: int8 matrices, one scale a row, checksummed.

The format is described in docs/language.md.
"""
import argparse
import hashlib
import json
import struct
from pathlib import Path

import torch
import torch.nn as nn

from data import NAME_TAGS, STATEMENT_TAGS
from evaluate import load
from labels import lemma_table
from quantize import by_row
from reader import ATTENTION, HIDDEN, INNER, LAYERS
from train import base_weights, treebanks
from windows import BUDGET

MAGIC, VERSION, BYTE_ORDER, ALIGN = b"HEARSAY\x1a", 1, 0x01020304, 64
BYTES, INT8, FLOAT32 = 0, 1, 2


def _floats(tensor):
    return FLOAT32, tuple(tensor.shape), tensor.detach().float().contiguous().numpy().astype("<f4").tobytes()


def _text(text):
    data = text.encode("utf8")
    return BYTES, (len(data),), data


def _quantized(name, matrix, bias):
    values, scale = by_row(matrix.detach())
    values = nn.functional.pad(values, (0, -values.shape[1] % ALIGN))
    yield name + ".q", (INT8, tuple(values.shape), values.to(torch.int8).contiguous().numpy().tobytes())
    yield name + ".s", _floats(scale.squeeze(-1))
    if bias is not None:
        yield name + ".b", _floats(bias)


def sections(model, labels, vocabulary, table, meta):
    """Name -> (type, shape, bytes), in file order."""
    result = {"meta": _text("\n".join(f"{k}\t{v}" for k, v in meta.items())), "vocab": _text("\n".join(vocabulary))}
    inventories = dict(labels, name=NAME_TAGS, statement=STATEMENT_TAGS)
    for head, names in inventories.items():
        result[f"labels.{head}"] = _text("\n".join(names))
    entries = sorted(f"{word}\t{upos}\t{xpos}\t{lemma}".encode() for (word, upos, xpos), lemma in table.items())
    result["lemma.table"] = _text(b"\n".join(entries).decode())
    encoder = model.encoder
    result.update(_quantized("word_emb", encoder.words.weight, None))
    result["pos_emb"], result["shape_emb"] = _floats(encoder.positions.weight), _floats(encoder.shapes.weight)
    result["word_shapes"] = _floats(model.word_shapes.weight)
    for name, module in model.named_modules():
        name = name.removeprefix("encoder.")
        if isinstance(module, nn.LayerNorm):
            result[name + ".w"], result[name + ".b"] = _floats(module.weight), _floats(module.bias)
        elif isinstance(module, nn.Linear):
            result.update(_quantized(name, module.weight, module.bias))
    for head in ("name", "statement"):
        between, start = getattr(model, head + "_crf").scores()
        result[head + ".transitions"], result[head + ".start"] = _floats(between), _floats(start)
    return result


def pack(parts):
    """The file's bytes."""
    at = -(-(64 + 128 * len(parts)) // ALIGN) * ALIGN
    table, body = b"", b""
    start = at
    for name, (kind, shape, data) in parts.items():
        sides = shape + (0,) * (4 - len(shape))
        entry = struct.pack("<64sII4IQQ", name.encode(), kind, len(shape), *sides, at, len(data))
        table += entry.ljust(128, b"\0")
        padding = -len(data) % ALIGN
        body += data + b"\0" * padding
        at += len(data) + padding
    rest = table.ljust(start - 64, b"\0") + body
    head = MAGIC + struct.pack("<IIQQ", VERSION, BYTE_ORDER, 64 + len(rest), len(parts))
    return head + hashlib.sha256(rest).digest() + rest


def describe(name, model, heat):
    digest = hashlib.sha256()
    for key, value in sorted(model.state_dict().items()):
        digest.update(key.encode() + value.contiguous().numpy().tobytes())
    meta = {"name": name, "version": "1", "hidden": HIDDEN, "layers": LAYERS, "heads": ATTENTION, "ffn": INNER,
            "pieces": BUDGET + 2, "training": digest.hexdigest()[:16], "sentence.threshold": heat["threshold"]}
    return meta | {f"temperature.{k}": v for k, v in heat.items() if k != "threshold"}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True, help="the treebanks, for the table of lemmas")
    parser.add_argument("--base", required=True)
    parser.add_argument("--checkpoint", required=True)
    parser.add_argument("--weights", default="last", choices=("last", "mean"))
    parser.add_argument("--measured", required=True, help="int8.json of evaluate.py, for the temperatures")
    parser.add_argument("--name", default="standard")
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    model, labels = load(options.checkpoint, Path(options.checkpoint).parent / "labels.json", options.weights)
    heat = json.loads(Path(options.measured).read_text())["temperatures"]
    table = lemma_table([document for bank in treebanks(options.data, "train") for document in bank])
    meta = describe(options.name, model, heat)
    data = pack(sections(model, labels, base_weights(options.base)[1], table, meta))
    Path(options.out).write_bytes(data)
    print(options.out, len(data), "bytes, sha256", hashlib.sha256(data).hexdigest())


if __name__ == "__main__":
    main()
