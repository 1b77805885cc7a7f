"""The pages, in the rail's order; a new one is its own file and an entry in this tuple."""

from workbench.ui.check.check_page import CheckPage
from workbench.ui.controls.page import Page
from workbench.ui.export.export_page import ExportPage
from workbench.ui.images.images_page import ImagesPage
from workbench.ui.label.label_page import LabelPage
from workbench.ui.learn.learn_page import LearnPage

PAGES: tuple[type[Page], ...] = (ImagesPage, LearnPage, CheckPage, LabelPage, ExportPage)
