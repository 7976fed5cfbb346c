"""The only writers of rights: each asks the policy, demands a ground, writes inside a gate, recompiles and records."""

from kring.ground.access.services.accounts import (
    AccountDetails,
    assign_role,
    close_login,
    make_account,
    make_login,
)
from kring.ground.access.services.dossiers import (
    NewMember,
    end_involvement,
    involve,
    link_subject,
    open_dossier,
    represent,
    set_state,
)
from kring.ground.access.services.sharing import Decision, share, withdraw

__all__ = [
    "AccountDetails",
    "Decision",
    "NewMember",
    "assign_role",
    "close_login",
    "end_involvement",
    "involve",
    "link_subject",
    "make_account",
    "make_login",
    "open_dossier",
    "represent",
    "set_state",
    "share",
    "withdraw",
]
