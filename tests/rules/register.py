"""The business rules of intake, plan and safety: what each says, where it is coded, and a case on either side of it.

The cases stand in a table of tests beside the rule, each by its name.
"""

from typing import Final

from tests.rules import course, plan, safety, wmo

RULES: Final = (*wmo.RULES, *plan.RULES, *course.RULES, *safety.RULES)
