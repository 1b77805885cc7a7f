"""Every string of the window in the person's language, with numbers as that language writes them."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from workbench.resources import resource
from workbench.words import Decimal, Message, Value, message

CONTEXT = "workbench"
TRANSLATIONS = resource("translations")


def tr(template: str, /, **values: Value) -> str:
    """Return `template` in the person's language with its `{names}` filled; `{count}` decides the plural."""
    return say(message(template, **values))


def say(text: Message) -> str:
    """Return a message in the person's language."""
    count = text.values.get("count")
    many = count if isinstance(count, int) else -1
    return text.filled(QCoreApplication.translate(CONTEXT, text.template, None, many), _shown)


def number(value: int) -> str:
    """Return a whole number as the person's language writes it: 19,280 or 19.280."""
    return QLocale().toString(value)


def decimal(value: float, places: int = 1) -> str:
    """Return a number with decimals as the person's language writes it."""
    # With a minus as wide as a plus, so that columns of differences stand in line.
    return QLocale().toString(value, "f", places).replace("-", "−")


def number_shown(value: float) -> str:
    """Return a number with the few digits that matter, as the person's language writes it: 0.0032."""
    return QLocale().toString(float(value), "g", 2)


def percent(share: float, ci95: float | None = None, places: int = 0) -> str:
    """Return a share as people say it: 71 %, or with its interval 71.3 ± 0.8 %."""
    if ci95 is None:
        return f"{decimal(100 * share, places)} %"
    return f"{decimal(100 * share)} ± {decimal(100 * ci95)} %"


def duration(seconds: float) -> str:
    """Return a length of time as people say it, rounded: 12 s, 6 min, 1 h 20 min."""
    if round(seconds) < 60:
        return tr("{seconds} s", seconds=max(1, round(seconds)))
    minutes = round(seconds / 60)
    if minutes < 60:
        return tr("{minutes} min", minutes=minutes)
    return tr("{hours} h {minutes} min", hours=minutes // 60, minutes=minutes % 60)


def bytes_shown(count: int) -> str:
    """Return a size as people say it: 900 MB, 1.2 GB."""
    if count < 10**9:
        return tr("{megabytes} MB", megabytes=max(1, round(count / 10**6)))
    return tr("{gigabytes} GB", gigabytes=decimal(count / 10**9))


def speak(language: str, before: list[QTranslator]) -> list[QTranslator]:
    """Make the window speak `language` (`system`, `en` or `es`); returns the translators to pass next time."""
    for translator in before:
        QCoreApplication.removeTranslator(translator)
    locale = QLocale.system() if language == "system" else QLocale(language)
    if locale.language() not in (QLocale.Language.English, QLocale.Language.Spanish):
        locale = QLocale("en")
    QLocale.setDefault(locale)
    spoken = spoken_language()
    ours, of_qt = QTranslator(), QTranslator()
    ours.load(f"workbench_{spoken}", str(TRANSLATIONS))
    of_qt.load(f"qtbase_{spoken}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    translators = [of_qt, ours]
    for translator in translators:
        QCoreApplication.installTranslator(translator)
    return translators


def spoken_language() -> str:
    """Return the language that the window speaks now, `en` or `es`."""
    return "es" if QLocale().language() == QLocale.Language.Spanish else "en"


def _shown(value: Value) -> str:
    if isinstance(value, Message):
        return say(value)
    if isinstance(value, Decimal):
        return decimal(value.number, value.places)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    return number(value) if isinstance(value, int) else QLocale().toString(value)
