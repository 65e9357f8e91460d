"""The label inventories of the tag heads, and lemmas: a table of known words, edit scripts for the rest."""
from collections import Counter, defaultdict


def script(word, lemma):
    """The edit that makes `lemma` of `word`: "<case><cut>+<suffix>", or "=<lemma>" where nothing is shared.

    Case: L lower-cases the word, K keeps it, T keeps the first letter upper and lower-cases the rest.
    """
    best = None
    for rank, (case, base) in enumerate((("L", word.lower()), ("K", word), ("T", word[:1].upper() + word[1:].lower()))):
        shared = 0
        while shared < min(len(base), len(lemma)) and base[shared] == lemma[shared]:
            shared += 1
        cost = (len(base) - shared + len(lemma) - shared, rank)
        if shared and (best is None or cost < best[0]):
            best = (cost, f"{case}{len(base) - shared}+{lemma[shared:]}")
    return best[1] if best else "=" + lemma


def apply(edit, word):
    """The lemma that `edit` makes of `word`."""
    if edit[0] == "=":
        return edit[1:]
    base = {"L": word.lower(), "K": word, "T": word[:1].upper() + word[1:].lower()}[edit[0]]
    cut, suffix = edit[1:].split("+", 1)
    if int(cut) >= len(base) and not suffix:
        return base
    return base[:max(0, len(base) - int(cut))] + suffix


def inventories(documents, rare=3):
    """The labels of each tag head, sorted; edit scripts seen fewer than `rare` times are left out."""
    sets = {"upos": Counter(), "xpos": Counter(), "relation": Counter(), "lemma": Counter()}
    for paragraph in (p for d in documents for p in d):
        sets["upos"].update(paragraph.upos)
        sets["xpos"].update(paragraph.xpos)
        sets["relation"].update(paragraph.relations)
        sets["lemma"].update(script(w, l) for w, l in zip(paragraph.words, paragraph.lemmas) if l)
    plain = lambda edit: edit[0] == "=" or edit[-1] == "+" or edit.split("+", 1)[1].islower()
    sets["lemma"] = {edit: n for edit, n in sets["lemma"].items() if n >= rare and plain(edit)}
    return {head: sorted(counts) for head, counts in sets.items()}


def lemma_table(documents, least=2, share=0.8):
    """(form, UPOS, XPOS) -> lemma, for the words that the treebanks hold often enough and lemmatise alike."""
    counts = defaultdict(Counter)
    for paragraph in (p for d in documents for p in d):
        for word, lemma, upos, xpos in zip(paragraph.words, paragraph.lemmas, paragraph.upos, paragraph.xpos):
            if lemma:
                counts[word, upos, xpos][lemma] += 1
    table = {}
    for key, lemmas in counts.items():
        lemma, count = max(lemmas.items(), key=lambda entry: (entry[1], entry[0]))
        if count >= max(least, share * lemmas.total()):
            table[key] = lemma
    return table
