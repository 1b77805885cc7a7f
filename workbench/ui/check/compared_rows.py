"""The columns of the comparison of several runs and baselines, and each row in words."""

from workbench.operations.evaluation.adaptation_curve import AdaptationCurve
from workbench.operations.evaluation.comparison_words import listed
from workbench.operations.evaluation.comparisons import CandidateFigures, ComparedRow, ComparisonResult
from workbench.operations.evaluation.shot_curve import ShotCurve
from workbench.ui.controls.row_model import Column
from workbench.ui.services.translation import bytes_shown, decimal, duration, number, percent, say, tr
from workbench.words import Message

_NONE = "–"
_NARROW, _WIDE = 520, 640  # pixels
_LEAST_MS = 0.01
_SMALL = 10**7  # bytes


def compared_columns() -> list[Column]:
    """Return the columns; a row without figures says why under its name."""
    return [
        Column(tr("Model"), lambda row: say(row.title), lambda row: say(row.title).lower(), detail=_detail,
               cut_end=True),
        Column(tr("Accuracy"), _figure(lambda figures: percent(figures.accuracy, figures.mean.widest)),
               _order(lambda figures: figures.accuracy), number=True, descending=True,
               tooltip=tr("Mean accuracy over episodes, with the wider of its two 95 % confidence intervals: over "
"episodes, and over which classes were drawn.")),
        Column(tr("Vs. baseline"), _difference,
               _order(lambda figures: figures.to_baseline.mean if figures.to_baseline else 0.0),
               number=True, descending=True,
               tooltip=tr("Points above or below the best baseline on the same episodes, with the wider of two "
"95 % confidence intervals: over episodes, and over which classes were drawn.")),
        Column(tr("Adapt"), _figure(lambda figures: _milliseconds(figures.adapt_only_ms)),
               _order(lambda figures: -figures.adapt_ms), detail=_embedding, detail_title=tr("Embedding"), number=True,
               spare=_NARROW,
               tooltip=tr("Time to adapt to the examples of one episode, on this computer; below it, the time to embed "
"them first, which is spent once for each image. Where no such time is shown, adapting changes the network itself, or "
"the comparison is older, and the time includes it.")),
        Column(tr("Query"), _figure(lambda figures: _milliseconds(figures.query_ms)),
               _order(lambda figures: -figures.query_ms), number=True, spare=_NARROW,
               tooltip=tr("Time to embed and recognise one image after adapting, on this computer.")),
        Column(tr("Cost"), _trained, lambda row: row.training_minutes, detail=_size, number=True, spare=_WIDE,
               tooltip=tr("Training time, and the size of what must be kept to use it.")),
    ]  # fmt: skip


def conditions(comparison: ComparisonResult) -> str:
    """Return the conditions of the comparison in words."""
    return tr(
        "Same episodes for all: {way} classes, {shot} ex. per class, {episodes} episodes; times on {device}.",
        way=comparison.way,
        shot=comparison.request.shot,
        episodes=number(comparison.request.episodes),
        device=comparison.device,
    )


def curve_words(curve: ShotCurve | AdaptationCurve) -> str:
    """Return the conditions of a curve in words; without shots where the curve is over them."""
    return tr(
        "{way} classes, {episodes} episodes; the dashed line is chance.",
        way=curve.way,
        episodes=number(curve.request.episodes),
    )


def all_of(row: ComparedRow) -> str:
    """Return a whole row in words: a narrow table hides columns and cuts long texts."""
    words = [say(row.reason)] if row.reason is not None else [say(remark) for remark in row.remarks]
    figures = row.figures
    if figures is not None:
        parts = [f"{percent(figures.accuracy)} ({interval_words(figures.ci95, figures.ci95_classes)})", _times(figures)]
        parts += [tr("trained for {time}", time=_trained(row))] if row.training_minutes else []
        parts += [_size(row)] if row.bytes else []
        words.insert(0, f"{numbered(row.title, row.run)}: {'; '.join(parts)}.")
    return " ".join(words)


def interval_words(over_episodes: float, over_classes: float) -> str:
    """Return both intervals of an accuracy (0 to 1) in words."""
    return tr(
        "± {episodes} over episodes, ± {classes} over which classes were drawn",
        episodes=decimal(100 * over_episodes),
        classes=decimal(100 * over_classes),
    )


def numbered(title: Message, run: int | None) -> str:
    """Return what a run is called where several of its approach may stand together."""
    return say(title) if run is None else f"{say(title)} · {tr('no. {run}', run=str(run))}"


def _detail(row: ComparedRow) -> str:
    if row.reason is not None:
        return say(row.reason)
    parts = [tr("no. {run}", run=str(row.run)) if row.run is not None else "", *(say(remark) for remark in row.remarks)]
    if row.is_baseline:
        parts.append(tr("baseline"))
    if row.figures is not None:
        parts.append(_seeds(row.figures))
    return " · ".join(part for part in parts if part)


def _seeds(figures: CandidateFigures) -> str:
    if len(figures.seeds) < 2:
        return tr("one training") if figures.seeds else ""
    return tr("{count} seeds: {accuracies}", count=len(figures.seeds), accuracies=say(listed(figures.seeds)))


def _figure(format_figure):
    return lambda row: format_figure(row.figures) if row.figures is not None else _NONE


def _order(value):
    return lambda row: value(row.figures) if row.figures is not None else float("-inf")


def _embedding(row: ComparedRow) -> str:
    figures = row.figures
    if figures is None or not figures.embed_ms:
        return ""
    return tr("+ {time} embedding", time=_milliseconds(figures.embed_ms))


def _times(figures: CandidateFigures) -> str:
    adapt, query = _milliseconds(figures.adapt_only_ms), _milliseconds(figures.query_ms)
    if not figures.embed_ms:
        return tr("adapts to an episode in {adapt}, then takes {query} per image", adapt=adapt, query=query)
    return tr(
        "embeds the examples of an episode in {embed}, adapts to them in {adapt}, then takes {query} per image",
        embed=_milliseconds(figures.embed_ms),
        adapt=adapt,
        query=query,
    )


def _difference(row: ComparedRow) -> str:
    figures = row.figures
    if figures is None or figures.to_baseline is None:
        return tr("best baseline") if figures is not None and row.is_baseline else _NONE
    mean = 100 * figures.to_baseline.mean
    return f"{'+' if mean >= 0 else ''}{decimal(mean)} ± {decimal(100 * figures.to_baseline.widest)}"


def _milliseconds(value: float) -> str:
    if value < _LEAST_MS:
        return tr("< {milliseconds} ms", milliseconds=decimal(_LEAST_MS, 2))
    return tr("{milliseconds} ms", milliseconds=decimal(value, 0 if value >= 10 else 1 if value >= 1 else 2))


def _trained(row: ComparedRow) -> str:
    return duration(60 * row.training_minutes) if row.training_minutes else _NONE


def _size(row: ComparedRow) -> str:
    small = tr("{megabytes} MB", megabytes=decimal(row.bytes / 10**6))
    return "" if not row.bytes else small if row.bytes < _SMALL else bytes_shown(row.bytes)
