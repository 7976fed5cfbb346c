"""Products as people read them: short Dutch names; codes of a municipality's own stay codes."""

import pytest

from kring.exchange.istandaarden.catalogue import Law
from kring.exchange.istandaarden.messages import Product
from kring.exchange.istandaarden.products import product_name


@pytest.mark.parametrize(
    ("law", "product", "name"),
    [
        (Law.JEUGDWET, Product("43", "43A03"), "Pleegzorg"),
        (Law.JEUGDWET, Product("48", "48A01"), "Ondertoezichtstelling"),
        (Law.JEUGDWET, Product("45", "45A48"), "Ambulante jeugdhulp"),
        (Law.JEUGDWET, Product("45", "45Z99"), "Ambulante jeugdhulp"),
        (Law.JEUGDWET, Product("35"), "Pleegzorg"),
        (Law.WMO, Product("01", "01A01"), "Hulp bij het huishouden"),
        (Law.WMO, Product("07"), "Dagbesteding"),
        (Law.WMO, Product("43", "43A03"), "Product 43 43A03"),
        (Law.JEUGDWET, Product("99"), "Product 99"),
        (Law.JEUGDWET, None, "Ondersteuning zonder vast product"),
    ],
)
def test_a_product_has_a_name_that_reads_well(law: Law, product: Product | None, name: str) -> None:
    assert product_name(law, product) == name
