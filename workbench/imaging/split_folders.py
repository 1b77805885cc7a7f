"""Folders that divide the images of the same classes for training, validation and test, told by their names."""

import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum


class Split(StrEnum):
    """What the images of a folder above the classes are for."""

    TRAIN = "train"
    VALIDATION = "validation"
    TEST = "test"


# Without accents; the languages are those whose words do not mean anything else as the name of a folder.
_NAMES = {
    Split.TRAIN: """train tr trn training trainset trainval traindata learn learning base gallery entrenamiento
        entrenar entreno entrenament entrainement apprentissage trainieren treino treinamento treinar addestramento
        allenamento treningowy trening trenovani egitim""",
    Split.VALIDATION: """val vali valid validate validation validating valset validset dev devel development devset
        validacion validacio validar validierung validacao validar validazione validatie walidacja""",
    Split.TEST: """test tst tests testing testset testdata eval evaluation evaluate holdout heldout novel query prueba
        pruebas probar evaluacion evaluacio prova proves essai prufung pruefung teste testes avaliacao prove testowy
        toets""",
}
_SPLIT_OF = {name: split for split, names in _NAMES.items() for name in names.split()}
# Words that say nothing of which part it is: `train_images`, `meta-train`, `test set`, `datos de prueba`.
_FILLERS = """set data dataset images image imgs img pics photos split meta the of de del for imagenes fotos datos
    conjunto bilder daten"""


def split_of(name: str) -> Split | None:
    """Return what a folder of that name is for, None for any other name; `train2017` is for training."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    words = [word for word in re.findall(r"[a-z]+", plain.casefold()) if word not in _FILLERS.split()]
    joined = "".join(words)
    # `hold-out` and `train set` are one name; `train station` is none.
    return _SPLIT_OF.get(joined) if joined else None


def are_split_folders(names: Iterable[str]) -> bool:
    """Say whether folders are the parts of one set: each is named as a part, and there are two kinds at least."""
    splits = {split_of(name) for name in names}
    return len(splits) > 1 and None not in splits
