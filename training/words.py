"""Words from plain text, in the conventions of the English Web Treebank.

Only the statement corpus needs this: the treebanks come with their words. The reader's own tokenizer follows the same
conventions, so what is learned here carries over.
"""
import re

_ABBREVIATIONS = (
    "Mr Mrs Ms Dr Prof Rev Hon Sen Rep Gov Gen Lt Col Sgt Capt Maj Adm Cmdr Pvt Jr Sr St Inc Corp Co Ltd vs etc al "
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Ave Blvd No Dept Assn Bros"
).split()
_TOKEN = re.compile(
    r"https?://\S*[\w/]|www\.\S*[\w/]"
    r"|[\w.+-]+@[\w-]+\.[\w.-]*\w"
    r"|[@#]\w+"
    r"|(?:[^\W\d_]\.){2,}"
    r"|(?:" + "|".join(_ABBREVIATIONS) + r")\.(?!\w)"
    r"|[ap]\.m\."
    r"|[A-Z]\.(?=\s+[A-Z])"
    r"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|m|bn|k)?(?!\w)"
    r"|\w+(?:['’]\w+)*['’]?"
    r"|['’]\d0s"
    r"|\.{2,}|-{2,}|``|''|[!?]+"
    r"|\S"
)
_CLITIC = re.compile(r"(?i)(.+?)(n['’]t|['’](?:s|m|re|ve|ll|d)|(?<=s)['’])$")
_GLUED = {"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "gimme": 3, "lemme": 3}


def words(text):
    """The words of `text` as (start, end) offsets in characters."""
    spans = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        token = text[start:end]
        if token[-1] in "'’" and len(token) > 1 and token[-2] not in "sS":
            spans += [(start, end - 1), (end - 1, end)]
            continue
        cut = _GLUED.get(token.lower())
        if cut:
            spans += [(start, start + cut), (start + cut, end)]
            continue
        clitic = _CLITIC.match(token) if "'" in token or "’" in token else None
        if clitic:
            middle = start + len(clitic.group(1))
            spans += [(start, middle), (middle, end)]
        else:
            spans.append((start, end))
    return spans
