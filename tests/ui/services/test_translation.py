"""The window speaks Spanish and English throughout, with what is compiled as it is written, and right plurals."""

import ast
import importlib.util
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from string import Formatter
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from workbench.ui.services.translation import decimal, duration, number, say, speak, tr
from workbench.words import Decimal, message

Speak = Callable[[str], None]
_BUTTONS = {"button", "rail_button", "HoldButton", "QPushButton", "QCheckBox", "QRadioButton"}
_ADDRESSED = re.compile(r"\b(tú|tus?|ti|usted(es)?|vosotr[oa]s|vuestr[oa]s?|os)\b", re.IGNORECASE)


def _loaded(file: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("packaging_translations", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # Its dataclasses look themselves up there.
    spec.loader.exec_module(module)
    return module


translations: Any = _loaded(Path(__file__).parents[3] / "packaging" / "translations.py")


@pytest.fixture(scope="module")
def strings() -> list[str]:
    return translations.all_strings()


@pytest.fixture(scope="module")
def spanish() -> dict[str, Any]:
    return translations.read("es")


@pytest.fixture(scope="module")
def english() -> dict[str, Any]:
    return translations.read("en")


@pytest.fixture
def speaking(qapp: QCoreApplication) -> Iterator[Speak]:
    """Lets a test choose a language; afterwards the window speaks as it did before."""
    before = QLocale()
    installed: list[QTranslator] = []

    def choose(language: str) -> None:
        installed[:] = speak(language, installed)

    yield choose
    for translator in installed:
        QCoreApplication.removeTranslator(translator)
    QLocale.setDefault(before)


def _names(template: str) -> list[str]:
    """Return the names of its placeholders, each once."""
    return sorted({name for _, name, _, _ in Formatter().parse(template) if name is not None})


def _forms(known: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Give every source that is translated with each of its forms."""
    for source, translation in known.items():
        if translation.done:
            for form in translation.forms:
                yield source, form


def test_every_string_is_in_spanish_and_no_other_one(strings: list[str], spanish: dict[str, Any]) -> None:
    missing = [text for text in strings if text not in spanish or not spanish[text].done]
    assert not missing
    assert not set(spanish) - set(strings)


def test_every_count_has_a_singular_and_a_plural(
    strings: list[str], spanish: dict[str, Any], english: dict[str, Any]
) -> None:
    counted = {text for text in strings if "{count}" in text}
    assert set(english) == counted
    for known in (spanish, english):
        assert not [text for text in counted if len(known[text].forms) != 2 or not known[text].done]
    assert not [text for text in strings if text not in counted and len(spanish[text].forms) != 1]
    assert not [text for text in counted if english[text].forms[1] != text]


def test_every_form_fills_exactly_the_placeholders(spanish: dict[str, Any], english: dict[str, Any]) -> None:
    for known in (spanish, english):
        assert not [(source, form) for source, form in _forms(known) if _names(form) != _names(source)]


def test_no_sentence_addresses_the_reader_or_exclaims(spanish: dict[str, Any], english: dict[str, Any]) -> None:
    assert not [form for _, form in _forms(spanish) if _ADDRESSED.search(form)]
    assert not [form for known in (spanish, english) for _, form in _forms(known) if set("!¡") & set(form)]
    assert not [form for _, form in _forms(spanish) if re.match(r"Error(:|\Z| al )", form)]


def test_a_translation_ends_and_begins_as_its_source(spanish: dict[str, Any]) -> None:
    for source, form in _forms(spanish):
        for sign in (".", "…", ":"):
            assert source.endswith(sign) == form.endswith(sign), form
        assert form == form.strip()
        assert source.endswith("?") == (form.endswith("?") and "¿" in form), form


@pytest.mark.slow
def test_no_button_ends_in_a_full_stop(spanish: dict[str, Any]) -> None:
    texts = {text for file in sorted(translations.PACKAGE.rglob("*.py")) for text in _button_texts(file)}
    assert "Cancel" in texts
    assert not [text for text in texts if text.endswith(".")]
    assert not [form for source, form in _forms(spanish) if source in texts and form.endswith(".")]


def _button_texts(file: Path) -> Iterator[str]:
    """Give the literal strings that a file writes on buttons."""
    calls = [node for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    for call in calls:
        if isinstance(call.func, ast.Name) and call.func.id in _BUTTONS and call.args:
            yield from translations.strings_in(ast.unparse(call.args[0]))


@pytest.mark.parametrize("language", ["es", "en"])
def test_what_is_compiled_is_what_is_written(language: str, tmp_path: Path) -> None:
    written = translations.FOLDER / f"workbench_{language}.ts"
    translations.compile_file(written, tmp_path / "fresh.qm")
    assert (tmp_path / "fresh.qm").read_bytes() == written.with_suffix(".qm").read_bytes()


def test_spanish_is_spoken_with_its_plurals_and_numbers(speaking: Speak) -> None:
    speaking("es")
    assert tr("Images") == "Imágenes"
    assert tr("{count} images", count=1) == "1 imagen"
    assert tr("{count} images", count=0) == "0 imágenes"
    assert tr("{count} images", count=19280) == "19.280 imágenes"
    assert (number(19280), decimal(71.34)) == ("19.280", "71,3")


def test_english_is_spoken_with_its_plurals_and_numbers(speaking: Speak) -> None:
    speaking("en")
    assert tr("Images") == "Images"
    assert tr("{count} images", count=1) == "1 image"
    assert tr("{count} images", count=0) == "0 images"
    assert tr("{count} images", count=19280) == "19,280 images"
    assert (number(19280), decimal(71.34)) == ("19,280", "71.3")


def test_a_language_is_changed_while_the_window_is_up(speaking: Speak) -> None:
    for language, words in (("es", "1 clase"), ("en", "1 class"), ("es", "1 clase")):
        speaking(language)
        assert tr("{count} classes", count=1) == words


def test_a_language_that_is_not_there_becomes_english(speaking: Speak) -> None:
    speaking("es")
    speaking("de")
    assert tr("{count} images", count=19280) == "19,280 images"


def test_a_sentence_of_sentences_is_translated_throughout(speaking: Speak) -> None:
    speaking("es")
    sentence = message(
        (
            "{where}, {what} reaches {accuracy} ± {interval} % accuracy when telling {way} classes apart with "
            "{examples}; chance is {chance} %."
        ),
        where=message("On {count} unseen classes", count=20),
        what=message("run {run}", run="3"),
        accuracy=71.3,
        interval=0.8,
        way=5,
        examples=message("{count} examples per class", count=1),
        chance=20.0,
    )
    assert say(sentence) == (
        "En 20 clases no vistas, el entrenamiento 3 alcanza un 71,3 ± 0,8 % de acierto al distinguir 5 clases "
        "con 1 ejemplo por clase; al azar sería el 20 %."
    )


@pytest.mark.parametrize(("seconds", "said"), [(0.2, "1 s"), (59.4, "59 s"), (59.7, "1 min"), (3_599, "1 h 0 min")])
def test_a_length_of_time_is_never_sixty_of_a_unit(seconds: float, said: str) -> None:
    assert duration(seconds) == said


def test_what_is_less_has_a_minus_and_no_hyphen(speaking: Speak) -> None:
    speaking("es")
    assert say(message("{points} puntos", points=Decimal(-0.13))) == "−0,1 puntos"


def test_a_figure_keeps_its_decimal_in_every_language() -> None:
    figure = message("{share} %", share=Decimal(82.0))
    assert str(figure) == "82.0 %"
    before = QLocale()
    try:
        QLocale.setDefault(QLocale("es_ES"))
        assert say(figure) == "82,0 %"
    finally:
        QLocale.setDefault(before)
