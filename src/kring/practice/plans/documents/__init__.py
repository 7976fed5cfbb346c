"""The plan on paper, equal to the screen: tagged PDFs (PDF/UA-1) that Typst sets from a version's content."""

from kring.practice.plans.documents.family import easy_pdf, letter_pdf, summary_pdf
from kring.practice.plans.documents.plan import Disputing, plan_pdf, values

__all__ = ["Disputing", "easy_pdf", "letter_pdf", "plan_pdf", "summary_pdf", "values"]
