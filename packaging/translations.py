"""Collect every string a person sees into resources/translations/*.ts, keep what is translated, compile the rest.

Run it as `python packaging/translations.py` after strings changed; then write the missing translations into
workbench_es.ts (by hand or with pyside6-linguist) and run it again. English has only the sentences with a count, for
their singular.
"""

import ast
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as Xml  # Our own files.

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "workbench"
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = {"es": "es_ES", "en": "en_US"}
CONTEXT = "workbench"
MARKERS = ("tr", "marked")


@dataclass(frozen=True)
class Translation:
    """What a string became: one form, or singular and plural; empty where it is still to do."""

    forms: tuple[str, ...]

    @property
    def done(self) -> bool:
        """Whether nothing is missing."""
        return bool(self.forms) and all(self.forms)


def strings_in(source: str) -> list[str]:
    """Return the literal strings that `tr(...)` and `marked(...)` are given, in order."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    named = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id in MARKERS and call.args]
    given = [call.args[0].value for call in named if isinstance(call.args[0], ast.Constant)]
    return [text for text in given if isinstance(text, str)]


def all_strings() -> list[str]:
    """Return every string of the package once, in alphabetical order."""
    texts = {text for file in sorted(PACKAGE.rglob("*.py")) for text in strings_in(file.read_text(encoding="utf-8"))}
    return sorted(texts)


def counts(text: str) -> bool:
    """Whether a number in it decides between singular and plural."""
    return "{count}" in text


def read(language: str) -> dict[str, Translation]:
    """Return what is translated into a language so far."""
    file = FOLDER / f"workbench_{language}.ts"
    if not file.exists():
        return {}
    translations = {}
    for entry in Xml.parse(file).iter("message"):  # noqa: S314 - our own file
        translation = entry.find("translation")
        if translation is None:
            continue
        several = translation.findall("numerusform")
        forms = tuple(form.text or "" for form in several) if several else (translation.text or "",)
        translations[entry.findtext("source", "")] = Translation(forms)
    return translations


def write(language: str, strings: list[str]) -> list[str]:
    """Write a language's file with exactly those strings and compile it; return the strings still to translate."""
    before = read(language)
    root = Xml.Element("TS", version="2.1", language=LANGUAGES[language])
    context = Xml.SubElement(root, "context")
    Xml.SubElement(context, "name").text = CONTEXT
    missing = []
    for text in strings:
        known = before.get(text, Translation(()))
        message = Xml.SubElement(context, "message", {"numerus": "yes"} if counts(text) else {})
        Xml.SubElement(message, "source").text = text
        state = {} if known.done else {"type": "unfinished"}
        translation = Xml.SubElement(message, "translation", state)
        if counts(text):
            for form in (*known.forms, "", "")[:2]:
                Xml.SubElement(translation, "numerusform").text = form
        else:
            translation.text = known.forms[0] if known.forms else ""
        if not known.done:
            missing.append(text)
    Xml.indent(root)
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    file = FOLDER / f"workbench_{language}.ts"
    file.write_text(head + Xml.tostring(root, encoding="unicode") + "\n", encoding="utf-8")
    compile_file(file, file.with_suffix(".qm"))
    return missing


def compile_file(file: Path, output: Path) -> None:
    """Compile a .ts file into what the program loads."""
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([str(tool), "-silent", str(file), "-qm", str(output)], check=True)


def main() -> int:
    """Renew both languages; exit 1 while something is not translated."""
    strings = all_strings()
    missing = {"es": write("es", strings), "en": write("en", [text for text in strings if counts(text)])}
    for language, texts in missing.items():
        for text in texts:
            sys.stdout.write(f"{language}: {text}\n")
    return 1 if any(missing.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
