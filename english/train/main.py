"""Trains the model that package english embeds: teacher, labels, student, file. README.md says what to expect.

Every stage leaves its result in the work folder and is skipped when that is there.
"""

import argparse
import pickle
import random
import tarfile
from pathlib import Path

import torch

import export
import fit
import silver
import vocabulary
import whitehouse
import wordnet
from batches import Encoder, Vocabulary
from labels import Relations, Tags
from lemmas import Lemmas
from student import Sizes, Student
from teacher import Pieces, Teacher
from treebank import NAME_LABELS, Sentence, read_conllu, read_names, wikigold_parts

VERSION = "2026.11"
DATA = [
    "UD English EWT 2.15, train (CC BY-SA 4.0): tags, features, lemmas, trees",
    "wikigold, four fifths (CC BY 4.0): names",
    "White House texts 2021 to 2026 (CC0), labelled by two teachers",
    "teacher for trees, tags and names: all-MiniLM-L6-v2 (Apache-2.0), tuned on EWT and wikigold; word vectors from it too",
    "teacher for names: spaCy en_core_web_sm 3.8 (MIT)",
    "WordNet 3.0 (WordNet licence): irregular inflections",
]
TEACHER_EPOCHS = 4
TEACHER_SEED = 67280421310721
STUDENT_SEED = 1
LAYERS = 3
STUDENT_EPOCHS = 20
SILVER_SHARE = 5  # an epoch sees all treebank sentences and every fifth silver one
CHUNK = 7000  # sentences labelled at a time


class Work:
    """Folder of intermediate results."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)

    def once(self, name, make):
        path = self.folder / (name + ".pickle")
        if not path.exists():
            print(f"{name} ...", flush=True)
            result = make()
            partial = path.with_suffix(".partial")
            with open(partial, "wb") as file:
                pickle.dump(result, file)
            partial.rename(path)
        with open(path, "rb") as file:
            return pickle.load(file)

    def unpacked(self, archive):
        folder = self.folder / "data"
        if not (folder / (archive.name + ".done")).exists():
            with tarfile.open(archive) as tar:
                tar.extractall(folder, filter="data")
            (folder / (archive.name + ".done")).touch()
        return folder


class Corpora:
    def __init__(self, data, work):
        for name in ("ud-ewt.tar.gz", "ner.tar.gz", "whitehouse.tar.xz"):
            folder = work.unpacked(Path(data, name))
        self.whitehouse = folder / "whitehouse"
        self.train = list(read_conllu(folder / "en_ewt-ud-train.rebuilt.conllu"))
        self.dev = list(read_conllu(folder / "en_ewt-ud-dev.conllu"))
        self.names, held_out = wikigold_parts(folder / "ner/wikigold/CONLL-format/data/wikigold.conll.txt")
        self.name_tests = {
            "wikigold held-out fifth": held_out,
            "CoNLL-2003 testa": list(read_names(folder / "ner/conll2003.testa")),
            "UNER EWT dev": list(read_names(folder / "ner/uner-ewt-dev.iob2", tag_column=2, form_column=1)),
        }


def scores(model, encode, corpora):
    result = fit.syntax_scores(encode, corpora.dev, fit.predict(model, encode, corpora.dev))
    for name, sentences in corpora.name_tests.items():
        result[name] = fit.name_score(sentences, fit.predict(model, encode, sentences))
    return result


def new_teacher(tags, relations):
    torch.manual_seed(TEACHER_SEED)
    sizes = Sizes(0, len(tags), len(relations), len(NAME_LABELS), h=192, layers=1, arc=192, rel=192)
    return Teacher(sizes), Encoder(Vocabulary([]), tags, relations, Pieces())


def train_teacher(corpora, tags, relations):
    model, encode = new_teacher(tags, relations)
    sentences = corpora.train + corpora.names
    fit.fit(model, encode, lambda epoch: sentences, epochs=TEACHER_EPOCHS, rate=1.5e-3, tuned_rate=3e-4)
    print("teacher", scores(model, encode, corpora), flush=True)
    return model.state_dict()


def label(state, tags, relations, texts):
    """Trees, tags and names of the teacher, one entry a sentence."""
    model, encode = new_teacher(tags, relations)
    model.load_state_dict(state)
    return fit.predict(model, encode, [Sentence(forms) for forms in texts], tokens=3000)


def silver_sentences(texts, labelled, spacy_names, tags, relations):
    """Name labels on which the teachers differ count in every second sentence only, and then as the better teacher has them."""
    for i, (forms, (classes, heads, rels, names), other) in enumerate(zip(texts, labelled, spacy_names)):
        columns = ([table[c] for c in classes] for table in (tags.upos, tags.xpos, tags.feats))
        kept = names if i % 2 else silver.agreed(names, other)
        yield Sentence(forms, *columns, heads=heads, deprels=[relations.names[r] for r in rels], names=kept)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, help="folder of the archives")
    parser.add_argument("--work", required=True, help="folder for intermediate results (1 GB)")
    parser.add_argument("--out", required=True, help="model file to write")
    parser.add_argument("--check", help="also write forms and outputs of 20 sentences to this JSON file")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    run(options, Work(options.work))


def run(options, work):
    corpora = Corpora(options.data, work)
    tags, relations = Tags(corpora.train), Relations(corpora.train)
    texts = work.once("texts", lambda: silver.sample(corpora.whitehouse))
    spacy_names = work.once("spacy_names", lambda: list(silver.spacy_names(texts)))
    words, fixed = work.once("words", lambda: choose_words(corpora))
    teacher = work.once("teacher", lambda: train_teacher(corpora, tags, relations))
    labelled = []
    for start in range(0, len(texts), CHUNK):
        chunk = texts[start : start + CHUNK]
        labelled += work.once(f"labelled-{start}", lambda: label(teacher, tags, relations, chunk))
    silver_text = list(silver_sentences(texts, labelled, spacy_names, tags, relations))

    vocabulary_ = Vocabulary(words)
    encode = Encoder(vocabulary_, tags, relations)
    sizes = Sizes(len(words), len(tags), len(relations), len(NAME_LABELS), layers=LAYERS)
    torch.manual_seed(STUDENT_SEED)
    model = Student(sizes, static=fixed, dropout=0.2)
    state = work.once("student", lambda: train_student(model, encode, corpora, silver_text))
    model.load_state_dict(state)
    export.rounded(model)
    measured = scores(model, encode, corpora)
    print("student, as in the file:", measured, flush=True)
    lemmas = Lemmas(corpora.train)
    wordnet.extend(lemmas, words)
    about = {"name": "parley-english", "version": VERSION, "licence": "CC BY-SA 4.0", "data": DATA, "scores": measured}
    export.write(options.out, model, vocabulary_, tags, relations, lemmas, about)
    if options.check:
        sample = corpora.dev[1:21]
        export.check(options.check, model, encode, sample, fit.predict(model, encode, sample))


def choose_words(corpora):
    text = (words for kind in silver.SHARES for words in whitehouse.read(corpora.whitehouse, [kind]))
    words = vocabulary.choose(corpora.train + corpora.names, text).words
    return words, vocabulary.vectors(words)


def train_student(model, encode, corpora, silver_text):
    def sentences(epoch):
        return corpora.train + 2 * corpora.names + silver_text[epoch % SILVER_SHARE :: SILVER_SHARE]

    def report(model):
        print("  EWT dev", fit.syntax_scores(encode, corpora.dev, fit.predict(model, encode, corpora.dev)), flush=True)

    fit.fit(model, encode, sentences, epochs=STUDENT_EPOCHS, rate=3e-3, tokens=1000, report=(4, report))
    return model.state_dict()


if __name__ == "__main__":
    main()
