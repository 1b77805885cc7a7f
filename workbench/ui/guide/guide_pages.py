"""The pages of the guide: which there are, in their order, and their texts in a language."""

from dataclasses import dataclass
from functools import lru_cache

from workbench.facts.approaches import APPROACH_TITLES
from workbench.resources import resource
from workbench.ui.services.translation import tr

HELP = resource("help")
_IDEAS = (
    "learning-to-learn",
    "meta-training",
    "families",
    "examples",
    "relatives",
    "kinds-of-learning",
    "limits",
    "open-questions",
    "words",
)
_PROGRAM = ("images", "learn", "check", "label", "export", "playground", "movement", "project-file", "command-line")
FIRST = _IDEAS[0]
PAGE_NAMES = (*_IDEAS, *APPROACH_TITLES, *_PROGRAM)


@dataclass(frozen=True)
class GuidePage:
    """One page: its name, the same in all languages, its title, and its Markdown, which begins with the title."""

    name: str
    title: str
    markdown: str


@dataclass(frozen=True)
class GuideSection:
    """Pages that belong together."""

    title: str
    pages: tuple[GuidePage, ...]


def guide_sections(language: str) -> tuple[GuideSection, ...]:
    """Return all pages in a language, `en` or `es`; they are read once."""
    parts = {tr("Learning to learn"): _IDEAS, tr("Approaches"): tuple(APPROACH_TITLES), tr("The program"): _PROGRAM}
    return tuple(
        GuideSection(title, tuple(guide_page(name, language) for name in names)) for title, names in parts.items()
    )


@lru_cache
def guide_page(name: str, language: str) -> GuidePage:
    """Return one page, read when it is first asked for."""
    markdown = (HELP / language / f"{name}.md").read_text(encoding="utf-8")
    return GuidePage(name, markdown.partition("\n")[0].removeprefix("# ").strip(), markdown)
