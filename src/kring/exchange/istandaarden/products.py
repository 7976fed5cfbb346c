"""Short Dutch names of products, so that pages read well. A municipality may use codes of its own: those are shown."""

from kring.exchange.istandaarden.catalogue import Law
from kring.exchange.istandaarden.codes import PRODUCT_CATEGORY
from kring.exchange.istandaarden.messages import Product

NO_PRODUCT = "Ondersteuning zonder vast product"
_YEAR = " (2015)"

_CODES = {
    "Begeleiding": "41B03 41B04 45B10 45B11 45B12 45B13 45B14 45B15 45B16 45B17 45B18",
    "Behandeling": """
        41B05 41B06 43B16 43B17 43B18 43B19 45A64 45A65 45A66 45A67 45A68 45A69
        45B19 45B20 45B21 45B22 45B23 45B24 45B25 45B26 45B27
    """,
    "Dagbesteding": "41A17 41A18 41A19 41A20 41A21 41A22 41A23 41A24",
    "Diagnostiek": """
        41B01 41B02 43B04 43B05 43B06 43B07 45A03 45A06 45A45 45A46 45A47
        45B01 45B02 45B03 45B04 45B05 45B06 45B07 45B08 45B09
    """,
    "Gesloten jeugdhulp": "43A06 43A12 43A64 43B02 43B12 43B13 43B14 43B15",
    "Gezinshuis": """
        43A04 43A10 43A29 43A30 43A31 43B01 43B10 43B11 44A04 44A08 44A21 44A22 44A23 44B01 44B04 44B05
    """,
    "Logeren": "43A05 43A11 43A32 43A33 43A34 43A66 44A05 44A09 44A24 44A25 44A26 44A45",
    "Ondertoezichtstelling": "48A01 48A02 48A04 48A05 48B00 48B01 48B10 48B12",
    "Pleegzorg": """
        43A03 43A09 43A23 43A24 43A25 43A26 43A27 43A28 43A60 43A61 43A62 43A63 43B00 43B08 43B09
        44A03 44A07 44A18 44A19 44A20 44B00 44B02 44B03 44B06 44B07 44B09 44B10
    """,
    "Voogdij": "48A03 48A06 48B02 48B11 48B13",
}
_BY_CODE = {code: name for name, codes in _CODES.items() for code in codes.split()}


def product_name(law: Law, product: Product | None) -> str:
    """The name of the product, else of its category, else its codes."""
    if product is None:
        return NO_PRODUCT
    if law is Law.JEUGDWET and product.code in _BY_CODE:
        return _BY_CODE[product.code]
    if PRODUCT_CATEGORY.holds(law, product.category):
        return PRODUCT_CATEGORY.label(law, product.category).removesuffix(_YEAR)
    return f"Product {product.category} {product.code or ''}".strip()
