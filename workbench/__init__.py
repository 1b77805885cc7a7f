"""A desktop workbench for few-shot learning: from folders of images to labels."""

__version__ = "0.1.0"
