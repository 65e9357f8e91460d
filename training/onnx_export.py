"""Writes the reader as ONNX, for holding the Swift reader against ONNX Runtime.

`--int8` keeps the shipped arithmetic (int8 weights and activations) as plain operations: for parity.
Without it the float network is written: for ONNX Runtime's own quantisation, and for speed beside it.
Needs `pip install onnx`, which training itself does not.
"""
import argparse
from pathlib import Path

import torch
import torch.nn as nn

from evaluate import load
from pieces import WordPiece
from quantize import quantized
from train import base_weights
from windows import Encoder, collate, windows

INPUTS = ("ids", "feats", "mask", "first", "shape")
OUTPUTS = ("upos", "xpos", "lemma", "sentence", "name", "statement", "arc_query", "arc_head", "label_dependent",
           "label_head")


class Flat(nn.Module):
    """All heads but the pairings of words, which follow the tree."""

    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, *inputs):
        model = self.model
        x = model.vectors(dict(zip(INPUTS, inputs)))
        words = x[:, 1:]
        dependent, head, label_dependent, label_head = model.tree_vectors(x)
        return (model.upos(words), model.xpos(words), model.lemma(words), model.sentence(words), model.name(words),
                model.statement(words), model.arc(dependent), head, label_dependent, label_head)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--base", required=True)
    parser.add_argument("--checkpoint", required=True)
    parser.add_argument("--weights", default="last", choices=("last", "mean"))
    parser.add_argument("--int8", action="store_true")
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    model, labels = load(options.checkpoint, Path(options.checkpoint).parent / "labels.json", options.weights)
    encoder = Encoder(WordPiece(base_weights(options.base)[1]), labels)
    from golden import paragraphs
    sample = [w for text in ("The mayor said no.\nNobody asked why.", "It rained.")
              for w in windows([part for p in paragraphs(text) for part in encoder.parts(p)])]
    batch, _ = collate(sample, encoder.wordpiece)
    pieces, words = {0: "batch", 1: "pieces"}, {0: "batch", 1: "words"}
    torch.onnx.export(Flat(quantized(model) if options.int8 else model).eval(), tuple(batch[k] for k in INPUTS),
                      options.out, input_names=list(INPUTS), output_names=list(OUTPUTS), opset_version=17, dynamo=False,
                      dynamic_axes={"ids": pieces, "feats": pieces, "mask": pieces, "first": words, "shape": words})
    print(options.out, Path(options.out).stat().st_size, "bytes")


if __name__ == "__main__":
    main()
