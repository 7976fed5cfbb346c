"""The only writers of rights: each asks the policy, demands a ground, writes inside a gate, recompiles and records."""

from kring.ground.access.services.accounts import (
    AccountDetails,
    assign_role,
    close_login,
    make_account,
    make_login,
)
from kring.ground.access.services.breaking_glass import Emergency, break_glass, judge
from kring.ground.access.services.checking import count_grant_differences
from kring.ground.access.services.dossiers import (
    NewMember,
    end_involvement,
    end_naming,
    end_work,
    involve,
    link_subject,
    open_dossier,
    represent,
    set_state,
)
from kring.ground.access.services.factors import reset_factors
from kring.ground.access.services.invitations import (
    Opened,
    accept_invitation,
    invite,
    invited_actor,
    open_invitation,
    request_reset,
    withdraw_invitation,
)
from kring.ground.access.services.kept import Typed, discard_text, drop_old_texts, forget_text, keep_text, kept_text
from kring.ground.access.services.members import involve_member
from kring.ground.access.services.merging import recompile
from kring.ground.access.services.naming import (
    Candidate,
    Naming,
    Reader,
    candidates,
    end_named_reader,
    name_reader,
    named_readers,
)
from kring.ground.access.services.network import add_network_subject, hide_from, show_again
from kring.ground.access.services.parties import (
    PartyWords,
    add_party,
    correct_party,
    end_party,
    undo_party,
    withdraw_party,
)
from kring.ground.access.services.providers import (
    Provider,
    connect_provider,
    disconnect_provider,
    is_safe_place,
    organisation_of,
    providers,
    unsealed,
)
from kring.ground.access.services.relatives import relatives
from kring.ground.access.services.setup import found, register_organisation
from kring.ground.access.services.sharing import Decision, Recipient, revise, share, take, tell, withdraw
from kring.ground.access.services.shielding import LevelChange, set_level, shield
from kring.ground.access.services.staff import hire, let_go, make_team
from kring.ground.access.services.withholding import (
    Longer,
    Withheld,
    answer_longer,
    answer_withholding,
    ask_longer,
    ask_withholding,
    end_withholding,
)

__all__ = [
    "AccountDetails",
    "Candidate",
    "Decision",
    "Emergency",
    "LevelChange",
    "Longer",
    "Naming",
    "NewMember",
    "Opened",
    "PartyWords",
    "Provider",
    "Reader",
    "Recipient",
    "Typed",
    "Withheld",
    "accept_invitation",
    "add_network_subject",
    "add_party",
    "answer_longer",
    "answer_withholding",
    "ask_longer",
    "ask_withholding",
    "assign_role",
    "break_glass",
    "candidates",
    "close_login",
    "connect_provider",
    "correct_party",
    "count_grant_differences",
    "discard_text",
    "disconnect_provider",
    "drop_old_texts",
    "end_involvement",
    "end_named_reader",
    "end_naming",
    "end_party",
    "end_withholding",
    "end_work",
    "forget_text",
    "found",
    "hide_from",
    "hire",
    "invite",
    "invited_actor",
    "involve",
    "involve_member",
    "is_safe_place",
    "judge",
    "keep_text",
    "kept_text",
    "let_go",
    "link_subject",
    "make_account",
    "make_login",
    "make_team",
    "name_reader",
    "named_readers",
    "open_dossier",
    "open_invitation",
    "organisation_of",
    "providers",
    "recompile",
    "register_organisation",
    "relatives",
    "represent",
    "request_reset",
    "reset_factors",
    "revise",
    "set_level",
    "set_state",
    "share",
    "shield",
    "show_again",
    "take",
    "tell",
    "undo_party",
    "unsealed",
    "withdraw",
    "withdraw_invitation",
    "withdraw_party",
]
