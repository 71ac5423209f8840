"""Trees from arc scores and names from BILOU scores; scores by the CoNLL 2018 definitions."""

import numpy as np

from treebank import NAME_LABELS, spans_of_bilou


ROOTS_TRIED = 5


def tree(scores):
    """Best single-root tree among those with one of the likeliest roots. scores [dependent, head], head 0 the root; returns heads counted likewise."""
    greedy = scores.argmax(1)
    if (greedy == 0).sum() == 1 and not _cycle(greedy):
        return greedy
    best, best_score = None, -np.inf
    for root in np.argsort(-scores[:, 0])[:ROOTS_TRIED]:
        forced = scores.copy()
        forced[:, 0] = -1e9
        forced[root, 0] = 0
        heads = _edmonds(_square(forced))
        score = scores[np.arange(len(heads)), heads].sum()
        if score > best_score:
            best, best_score = heads, score
    return best


def _cycle(heads):
    """Tokens (counted from 1) of one cycle, or None."""
    state = [0] * (len(heads) + 1)
    state[0] = 2
    for start in range(1, len(heads) + 1):
        path, node = [], start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = heads[node - 1]
        if state[node] == 1:
            return path[path.index(node) :]
        for p in path:
            state[p] = 2
    return None


def _square(scores):
    n = len(scores)
    full = np.full((n + 1, n + 1), -1e18)
    full[1:] = scores
    np.fill_diagonal(full, -1e18)
    return full


def _edmonds(full):
    """Maximum arborescence from node 0; full[d][h]. Returns the heads of nodes 1 and on."""
    heads = full.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads[1:])
    if cycle is None:
        return heads[1:]
    inside = np.zeros(len(full), bool)
    inside[cycle] = True
    outer = np.flatnonzero(~inside)
    kept = full[cycle, heads[cycle]]
    n = len(outer)
    small = np.full((n + 1, n + 1), -1e18)
    small[:n, :n] = full[np.ix_(outer, outer)]
    entering = full[np.ix_(cycle, outer)] - kept[:, None]
    small[n, :n] = entering.max(0)
    small[:n, n] = full[np.ix_(outer, cycle)].max(1)
    sub = np.concatenate([[0], _edmonds(small)])
    result = heads.copy()
    for i in range(1, n):
        result[outer[i]] = outer[sub[i]] if sub[i] < n else cycle[int(full[outer[i], cycle].argmax())]
    source = sub[n]
    broken = int(entering[:, source].argmax())
    result[cycle[broken]] = outer[source]
    return result[1:]


def _allowed():
    end_of_name = lambda label: label[0] in "OLU"
    n = len(NAME_LABELS)
    allowed = np.full((n + 1, n), -1e9, np.float32)  # the last row: before the first token
    for j, new in enumerate(NAME_LABELS):
        starts = new[0] in "OBU"
        allowed[n, j] = 0 if starts else -1e9
        for i, old in enumerate(NAME_LABELS):
            fits = starts if end_of_name(old) else new[0] in "IL" and new[2:] == old[2:]
            allowed[i, j] = 0 if fits else -1e9
    return allowed, np.array([0 if end_of_name(label) else -1e9 for label in NAME_LABELS], np.float32)


ALLOWED, LAST = _allowed()


def names(logits):
    """Best labels under the hard constraints of BILOU. logits [time, labels]."""
    best = logits[0] + ALLOWED[-1]
    back = []
    for row in logits[1:]:
        via = best[:, None] + ALLOWED[:-1]
        back.append(via.argmax(0))
        best = via.max(0) + row
    path = [int((best + LAST).argmax())]
    for step in reversed(back):
        path.append(int(step[path[-1]]))
    return [NAME_LABELS[i] for i in reversed(path)]


def f1(gold, predicted):
    """Exact spans over PER, ORG and LOC of parallel lists of BILOU labels."""
    right = found = wanted = 0
    for g, p in zip(gold, predicted):
        g = {s for s in spans_of_bilou(g) if s[2] != "MISC"}
        p = {s for s in spans_of_bilou(p) if s[2] != "MISC"}
        right, found, wanted = right + len(g & p), found + len(p), wanted + len(g)
    return 2 * right / max(found + wanted, 1)
