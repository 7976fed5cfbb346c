"""A page with the keyboard alone: Tab to what somebody wants, Enter or Space there, arrows round in a group."""

from playwright.sync_api import Locator, Page

FAR = 150
"""Stops of Tab: more is no way for anybody."""


def reaches(page: Page, target: Locator) -> None:
    for _stop in range(FAR):
        if target.evaluate("it => it === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"no way to {target} with Tab")


def writes(page: Page, field: Locator, words: str) -> None:
    """Over whatever stood there."""
    reaches(page, field)
    page.keyboard.press("Control+a")
    page.keyboard.type(words)


def enters(page: Page, target: Locator) -> None:
    """A button or a link."""
    reaches(page, target)
    page.keyboard.press("Enter")


def picks(page: Page, radio: Locator) -> None:
    """Tab comes to the group, the arrows go round in it."""
    group = radio.get_attribute("name")
    for _stop in range(FAR):
        if page.evaluate("document.activeElement.name") == group:
            break
        page.keyboard.press("Tab")
    for _choice in range(FAR):
        if radio.evaluate("it => it === document.activeElement"):
            page.keyboard.press("Space")
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"no way to {radio} with the arrows")


def chooses(page: Page, box: Locator, beginning: str) -> None:
    """From a list, by typing how the line begins."""
    reaches(page, box)
    page.keyboard.type(beginning)
