"""What a list of tests asks of each one's details, without reading the whole of them."""

from sqlalchemy import ColumnElement, Float, func

from workbench.store.models import Evaluation

_CI95_CLASSES = func.json_extract(Evaluation.details, "$.ci95_classes", type_=Float)
_CHANCE = func.json_extract(Evaluation.details, "$.chance", type_=Float)

# Tests of older versions kept neither.
CI95_CLASSES: ColumnElement[float] = func.coalesce(_CI95_CLASSES, 0.0)
WIDEST: ColumnElement[float] = func.max(Evaluation.ci95, CI95_CLASSES)  # of two values: no aggregate
CHANCE: ColumnElement[float] = func.coalesce(_CHANCE, 1.0 / Evaluation.way)
