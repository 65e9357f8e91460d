"""From scores to decisions: Viterbi for tag sequences, a maximum spanning tree with one root for sentences."""
import numpy as np

ROOT_PENALTY = 1e5  # dearer than any tree: of all trees the best with one root wins


def viterbi(emissions, transitions, start):
    """The best tag sequence; of equal scores the lower tag."""
    score, back = start + emissions[0], []
    for t in range(1, len(emissions)):
        table = score[:, None] + transitions
        back.append(table.argmax(0))
        score = table.max(0) + emissions[t]
    tags = [int(score.argmax())]
    for best in reversed(back):
        tags.append(int(best[tags[-1]]))
    return tags[::-1]


def tree(scores):
    """Heads (0 = root, else word number) of the best tree with exactly one root.

    `scores[d, h]`: word d+1 under head h; h = 0 is the root. Chu-Liu/Edmonds on scores whose root arcs are
    penalised, so that a second root never pays.
    """
    n = len(scores)
    table = np.full((n + 1, n + 1), -np.inf)
    table[1:] = scores
    table[1:, 0] -= ROOT_PENALTY
    np.fill_diagonal(table, -np.inf)
    return _arborescence(table)[1:]


def _arborescence(table):
    n = len(table)
    heads = table.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = set(cycle)
    rest = [i for i in range(n) if i not in inside]
    m, ring = len(rest), np.array(cycle)
    small = np.full((m + 1, m + 1), -np.inf)
    small[:m, :m] = table[np.ix_(rest, rest)]
    leaving = table[np.ix_(rest, ring)]
    small[:m, m] = leaving.max(1)
    small[0] = -np.inf
    entering = table[np.ix_(ring, rest)] - table[ring, heads[ring]][:, None]
    small[m, :m] = entering.max(0)
    inner = _arborescence(small)
    result = heads.copy()
    for k, i in enumerate(rest):
        if i:
            result[i] = ring[leaving[k].argmax()] if inner[k] == m else rest[inner[k]]
    door = ring[entering[:, inner[m]].argmax()]
    result[door] = rest[inner[m]]
    return result


def _cycle(heads):
    seen = np.zeros(len(heads), int)
    for start in range(1, len(heads)):
        path, at = [], start
        while at and not seen[at]:
            seen[at] = start
            path.append(at)
            at = int(heads[at])
        if at and seen[at] == start:
            return path[path.index(at):]
    return None
