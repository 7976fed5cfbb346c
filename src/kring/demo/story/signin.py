"""The demo's sign-in page: a login for each account that it shows, and the function that lists them by role.

The function exists in a demo installation only; the page finds it by its name.
"""

from django.db import connection
from psycopg import sql

from kring.demo.data import read
from kring.demo.story.cast import Cast, account_id
from kring.ground.access.roles import DOSSIER_ROLES, ORGANISATION_ROLES
from kring.ground.access.services import make_login
from kring.ground.shared import database
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.period import age_on

_FUNCTION = """
create or replace function gate.demo_accounts()
  returns table(title text, description text, id uuid, name text, function text, organisation text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select * from (values {rows}) as shown(title, description, id, name, function, organisation)
$$;
revoke all on function gate.demo_accounts() from public;
grant execute on function gate.demo_accounts() to {app};
alter function gate.demo_accounts() owner to {definer};
"""


def make_logins(cast: Cast) -> None:
    """Without a password: the page needs none."""
    with cast.installation("logins", cast.now) as actor:
        for group in read("staff")["signin"]:
            for key in group["accounts"]:
                email = f"{key.lower()}@voorbeeld.test"
                make_login(actor=actor, account=cast.account(key), email=email, password=None)


def show_accounts(cast: Cast) -> None:
    """As the owner, in the order of the file."""
    statement = sql.SQL(_FUNCTION).format(
        rows=sql.SQL(", ").join(_rows(cast)),
        app=sql.Identifier(DatabaseRole.APP),
        definer=sql.Identifier(DatabaseRole.DEFINER),
    )
    with database.connected_as(DatabaseRole.OWNER), connection.cursor() as cursor:
        cursor.execute(statement)


def _rows(cast: Cast) -> list[sql.Composed]:
    roles = DOSSIER_ROLES | ORGANISATION_ROLES
    return [
        sql.SQL("({}::text, {}::text, {}::uuid, {}::text, {}::text, {}::text)").format(
            *(
                sql.Literal(value)
                for value in (group["title"], roles[group["role"]].description, account_id(key), *_said(cast, key))
            )
        )
        for group in read("staff")["signin"]
        for key in group["accounts"]
    ]


def _said(cast: Cast, key: str) -> tuple[str, str, str]:
    """Name, function and organisation; of a family member the place in the family, of a young one the age."""
    for each in read("staff")["staff"]:
        if each["key"] == key:
            return each["name"], each["function"], each["org"]
    family = next(family for family in cast.world.families if key.startswith(family.id))
    human = cast.world.humans[key]
    role = next(str(each["role"]) for each in family.given["members"] if each["id"] == key)
    age = age_on(human.born, cast.days.today)
    place = f"{age} jaar" if human.is_minor_on(cast.days.today) else role
    return human.name.full, f"{place}, {family.label}", ""
