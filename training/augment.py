"""Small changes of the training text, so that quotation marks and case of other outlets do no harm."""
from dataclasses import replace

CURLY, UPPER, TITLE = 0.25, 0.02, 0.04


def varied(paragraph, random, cases=True):
    """The paragraph, now and then with curly (or straight) quotes, in capitals, or in title case."""
    chance = random.random()
    if chance < CURLY:
        return replace(paragraph, words=_requoted(paragraph))
    if not cases:
        return paragraph
    if chance < CURLY + UPPER:
        return _recased(paragraph, [w.upper() for w in paragraph.words])
    if chance < CURLY + UPPER + TITLE:
        return _recased(paragraph, [w[:1].upper() + w[1:] for w in paragraph.words])
    return paragraph


def _recased(paragraph, words):
    lemmas = [lemma if new == old else None for new, old, lemma in zip(words, paragraph.words, paragraph.lemmas)]
    return replace(paragraph, words=words, lemmas=lemmas)


def _requoted(paragraph):
    straight = any(mark in word for word in paragraph.words for mark in ('"', "'"))
    opened, words = False, []
    for word, spaced in zip(paragraph.words, paragraph.spaced):
        if not straight:
            word = word.replace("“", '"').replace("”", '"').replace("‘", "'").replace("’", "'")
        elif word == '"':
            opened = not opened
            word = "“" if opened else "”"
        elif word == "'":
            word = "‘" if spaced else "’"
        else:
            word = word.replace("'", "’")
        words.append(word)
    return words
