"""python -m unittest, in the environment that ./run makes."""

import itertools
import unittest

import numpy as np
import torch

import decode
from features import case_class, fnv1a, norm, places, shape
from lemmas import Lemmas
from sru import Recurrence, turn, turning_index
from treebank import Sentence, bilou, spans_of_bilou, spans_of_iob
from whitehouse import sentences, words


class Features(unittest.TestCase):
    def test_form_is_normalised_before_any_look_up(self):
        for form, want in (("Kovar’s", "kovar's"), ("1,250", "0,000"), ("—", "--"), ("…", "..."), ("ÉLAN", "élan")):
            self.assertEqual(norm(form), want)

    def test_shape_keeps_at_most_two_of_a_kind_in_a_row(self):
        for form, want in (("Norland", "Xxx"), ("NATO", "XX"), ("U.S.", "X.X."), ("28-point", "dd-xx"), ("北京", "uu"), ("€5", "od")):
            self.assertEqual(shape(form), want)

    def test_hash_is_fnv1a(self):
        self.assertEqual(fnv1a(""), 2166136261)
        self.assertEqual(fnv1a("a"), 0xE40C292C)

    def test_headlines_are_told_from_running_text(self):
        self.assertEqual(case_class("Norland signs the treaty after long talks".split()), 0)
        self.assertEqual(case_class("NORLAND SIGNS TREATY".split()), 1)
        self.assertEqual(case_class("Norland Signs Treaty After Long Talks".split()), 2)
        self.assertEqual(places(['"', "They", "left"]), [0, 1, 0])


class Names(unittest.TestCase):
    def test_iob1_and_iob2_give_the_same_spans(self):
        want = [(0, 2, "PER"), (2, 3, "PER"), (4, 5, "LOC")]
        self.assertEqual(spans_of_iob(["I-PER", "I-PER", "B-PER", "O", "I-LOC"]), want)
        self.assertEqual(spans_of_iob(["B-PER", "I-PER", "B-PER", "O", "B-LOC"]), want)
        self.assertEqual(spans_of_bilou(bilou(want, 5)), want)

    def test_best_path_keeps_to_bilou(self):
        rng = np.random.default_rng(1)
        for _ in range(50):
            labels = decode.names(rng.normal(size=(7, 17)).astype(np.float32))
            self.assertEqual(bilou(spans_of_bilou(labels), 7), labels)


class Trees(unittest.TestCase):
    def test_tree_is_the_best_of_all_with_one_root(self):
        rng = np.random.default_rng(2)
        for _ in range(60):
            scores = rng.normal(size=(4, 5)) + np.array([0, *rng.normal(size=4)])
            got = decode.tree(scores)
            total = lambda heads: sum(scores[i, h] for i, h in enumerate(heads))
            best = max((h for h in itertools.product(range(5), repeat=4) if is_tree(h)), key=total)
            self.assertTrue(is_tree(got))
            self.assertGreaterEqual(total(got), total(best) - 1e-9)


def is_tree(heads):
    if sum(h == 0 for h in heads) != 1:
        return False
    for start in range(len(heads)):
        node, steps = start + 1, 0
        while node and steps <= len(heads):
            node, steps = heads[node - 1], steps + 1
        if node:
            return False
    return True


class Network(unittest.TestCase):
    def test_written_gradient_of_the_recurrence_is_right(self):
        torch.manual_seed(3)
        z, a = (torch.randn(5, 2, 3, dtype=torch.double, requires_grad=True) for _ in range(2))
        v = torch.randn(3, dtype=torch.double, requires_grad=True)
        self.assertTrue(torch.autograd.gradcheck(Recurrence.apply, (z, a, v)))

    def test_turning_round_twice_changes_nothing(self):
        x = torch.randn(4, 2, 3)
        index = turning_index(torch.tensor([4, 2]), 4)
        self.assertTrue(torch.equal(turn(turn(x, index), index), x))
        self.assertTrue(torch.equal(turn(x, index)[0, 1], x[1, 1]))


class Text(unittest.TestCase):
    def test_words_are_cut_as_the_treebank_cuts_them(self):
        for text, want in (
            ("They can’t sign U.S.-made arms.", "They ca n’t sign U.S. - made arms ."),
            ("Kovar's co-chair paid $5.", "Kovar 's co-chair paid $ 5 ."),
            ("We cannot go at 10:30.", "We can not go at 10:30 ."),
        ):
            self.assertEqual(words(text), want.split())

    def test_abbreviations_end_no_sentence(self):
        self.assertEqual(list(sentences("Gen. Kovar left. He spoke.")), ["Gen. Kovar left.", "He spoke."])


class Lemmata(unittest.TestCase):
    def test_rules_reach_words_that_were_not_seen(self):
        seen = [("talks", "talk"), ("envoys", "envoy"), ("parties", "party"), ("cities", "city"), ("armies", "army")]
        forms, lemma = zip(*seen)
        table = Lemmas([Sentence(list(forms), xpos=["NNS"] * 5, lemmas=list(lemma))])
        self.assertEqual([table.of(f, "NNS") for f in ("treaties", "borders")], ["treaty", "border"])


if __name__ == "__main__":
    unittest.main()
