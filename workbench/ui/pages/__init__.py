"""The pages, in the rail's order; a new one is its own file and a place in this tuple."""

from workbench.ui.page import Page
from workbench.ui.pages.check_page import CheckPage
from workbench.ui.pages.export_page import ExportPage
from workbench.ui.pages.images_page import ImagesPage
from workbench.ui.pages.label_page import LabelPage
from workbench.ui.pages.learn_page import LearnPage

PAGES: tuple[type[Page], ...] = (ImagesPage, LearnPage, CheckPage, LabelPage, ExportPage)
