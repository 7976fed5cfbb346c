"""A letter to the council as DOCX, PDF/UA and JSON: three forms of the same frozen data."""

from kring.steering.figures.documents.forms import FORMS, BadTemplate, Form, as_docx, as_json, as_pdf

__all__ = ["FORMS", "BadTemplate", "Form", "as_docx", "as_json", "as_pdf"]
