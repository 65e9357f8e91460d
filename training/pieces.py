"""WordPiece (BERT, uncased) over single words, and the case features of words and pieces."""
import unicodedata

OPEN_QUOTES, CLOSE_QUOTES = "“„«", "”»"
SHAPES, WORD_SHAPES, ROOT_SHAPE = 16, 8, 8
IN_QUOTE, PARAGRAPH_START = 16, 32
MOST_PIECES = 12


def _category(char):
    return unicodedata.category(char)


def _is_punctuation(char):
    return _category(char)[0] == "P" or char.isascii() and char.isprintable() and not char.isalnum() and char != " "


def _is_chinese(char):
    c = ord(char)
    return (0x4E00 <= c <= 0x9FFF or 0x3400 <= c <= 0x4DBF or 0x20000 <= c <= 0x2A6DF or 0x2A700 <= c <= 0x2B73F
            or 0x2B740 <= c <= 0x2B81F or 0x2B820 <= c <= 0x2CEAF or 0xF900 <= c <= 0xFAFF or 0x2F800 <= c <= 0x2FA1F)


def _normalized(char):
    """Control characters vanish, accents are stripped, letters lower-cased."""
    if char in "\0�" or _category(char)[0] == "C":
        return ""
    return "".join(c for c in unicodedata.normalize("NFD", char) if _category(c) != "Mn").lower()


class WordPiece:
    def __init__(self, vocabulary):
        self.ids = {piece: i for i, piece in enumerate(vocabulary)}
        self.unknown, self.cls, self.sep = self.ids["[UNK]"], self.ids["[CLS]"], self.ids["[SEP]"]
        self._cache = {}

    def __call__(self, word):
        """The pieces of a word: [(id, the part of the word it stands for)], at least one, at most MOST_PIECES."""
        found = self._cache.get(word)
        if found is None:
            found = self._cache[word] = (self._split(word) or [(self.unknown, word)])[:MOST_PIECES]
        return found

    def _split(self, word):
        runs, run = [], []  # runs of (normalized char, place in the word)
        for place, char in enumerate(word):
            for c in _normalized(char):
                alone = _is_punctuation(c) or _is_chinese(c)
                if (alone or c.isspace()) and run:
                    runs.append(run)
                    run = []
                if alone:
                    runs.append([(c, place)])
                elif not c.isspace():
                    run.append((c, place))
        if run:
            runs.append(run)
        pieces = []
        for run in runs:
            text, at, found = "".join(c for c, _ in run), 0, []
            while at < len(text) <= 100:
                end = len(text)
                while end > at and ("##" if at else "") + text[at:end] not in self.ids:
                    end -= 1
                if end == at:
                    break
                found.append((self.ids[("##" if at else "") + text[at:end]], at, end))
                at = end
            if at < len(text):
                found = [(self.unknown, 0, len(text))]
            pieces += [(i, word[run[a][1]:run[b - 1][1] + 1]) for i, a, b in found]
        return pieces


def _upper(char):
    return _category(char) in ("Lu", "Lt")


def piece_shape(part, spaced):
    """The case or quote class (0–13) of the part of a word that one piece stands for."""
    first = part[0]
    if len(part) == 1:
        if first in OPEN_QUOTES:
            return 4
        if first in CLOSE_QUOTES:
            return 5
        if first == '"':
            return 6 if spaced else 7
        if first in "'‘’":
            return 8 if spaced else 9
    kinds = [_category(c) for c in part]
    if all(k == "Nd" for k in kinds):
        return 3
    if kinds[0][0] not in "LN":
        return 10
    letters = [k for k in kinds if k[0] == "L"]
    upper = sum(k in ("Lu", "Lt") for k in letters)
    if letters and not upper:
        return 0 if spaced else 11
    if letters and upper == len(letters) and len(part) > 1:
        return 2
    if _upper(first):
        return 1 if spaced else 12
    return 13


def word_shape(word):
    """The case class (0–7) of a word."""
    kinds = [_category(c) for c in word]
    letters = [k for k in kinds if k[0] == "L"]
    upper = sum(k in ("Lu", "Lt") for k in letters)
    if not letters:
        return 0 if any(k[0] == "N" for k in kinds) else 1
    if any(k[0] == "N" for k in kinds):
        return 2
    if upper == 0:
        return 3
    if upper == len(letters) and len(letters) > 1:
        return 4
    if _upper(word[0]):
        return 5 if upper == 1 else 6
    return 7


def quote_states(words):
    """For each word of a paragraph: does its first character stand inside double quotation marks (marks included)?"""
    states, inside = [], False
    for word in words:
        for place, char in enumerate(word):
            state = inside
            if not inside and (char in OPEN_QUOTES or char == '"'):
                inside = state = True
            elif inside and (char in CLOSE_QUOTES or char == '"'):
                inside, state = False, True
            if place == 0:
                states.append(state)
    return states
