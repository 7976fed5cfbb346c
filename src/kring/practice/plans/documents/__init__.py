"""The plan on paper, equal to the screen: a tagged PDF (PDF/UA-1) that Typst sets from a version's content."""

from kring.practice.plans.documents.plan import Disputing, plan_pdf

__all__ = ["Disputing", "plan_pdf"]
