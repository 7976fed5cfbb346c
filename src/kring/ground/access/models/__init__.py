"""The tables of access: sign-in, anchors, rights and the grants compiled from them."""

from kring.ground.access.models.accounts import Account, AccountKind, Login, RoleAssignment
from kring.ground.access.models.anchors import (
    Dossier,
    DossierState,
    DossierSubject,
    Party,
    PartySource,
    Subject,
    SubjectKind,
)
from kring.ground.access.models.breakglass import BreakGlass, EmergencyPurpose, Judgement
from kring.ground.access.models.hiding import Hidden
from kring.ground.access.models.invitations import Invitation, InvitationKind
from kring.ground.access.models.kept import KeptText
from kring.ground.access.models.named import NamedReader
from kring.ground.access.models.reviews import AccessReview
from kring.ground.access.models.rights import (
    Grant,
    Involvement,
    Representation,
)
from kring.ground.access.models.sharing import RecipientKind, SharedPart, SharingDecision, SharingGround
from kring.ground.access.models.withholding import SecondAnswer, Withholding

__all__ = [
    "AccessReview",
    "Account",
    "AccountKind",
    "BreakGlass",
    "Dossier",
    "DossierState",
    "DossierSubject",
    "EmergencyPurpose",
    "Grant",
    "Hidden",
    "Invitation",
    "InvitationKind",
    "Involvement",
    "Judgement",
    "KeptText",
    "Login",
    "NamedReader",
    "Party",
    "PartySource",
    "RecipientKind",
    "Representation",
    "RoleAssignment",
    "SecondAnswer",
    "SharedPart",
    "SharingDecision",
    "SharingGround",
    "Subject",
    "SubjectKind",
    "Withholding",
]
