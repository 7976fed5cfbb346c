"""Every model that holds something personal, and how its rows belong to a person. By label: also what stands above."""

from collections.abc import Mapping

from kring.ground.shared.marking import mark as _
from kring.oversight.rights.belonging.ties import (
    Belonging,
    about,
    account,
    among,
    in_image,
    joint,
    listed,
    of_circle,
    own,
    said,
    shown,
    under_pseudonym,
    was_about,
    was_joint,
)

SEALED = _(
    "Dit is een sleutel of een versleuteld gegeven van het systeem. Het zegt niets over u dat niet al hierin staat."
)
TWO_PEOPLE = _("Dit vergelijkt u met iemand anders die u misschien ook bent. Wat van u zelf is, staat bij uw gegevens.")

GROUND: Mapping[str, Belonging] = {
    "audit.LogLine": Belonging((listed(), account("actor", "at event parts what"))),
    "audit.Change": Belonging((was_about(), was_joint(), account("actor", "at deed actor name part"))),
    "audit.SampledLine": Belonging((account("seen_by"),)),
    "organisations.Staff": Belonging(
        because="A colleague at work is no subject of a dossier; what is held about staff their employer tells."
    ),
    "access.Dossier": Belonging((joint("id"),)),
    "access.DossierSubject": Belonging((about(),), others=True),
    "access.Party": Belonging((joint(),)),
    "access.Login": Belonging((account("id"),), left_out={"password": SEALED}),
    "access.Account": Belonging((about(), account("id"))),
    "access.RoleAssignment": Belonging((account(),)),
    "access.BreakGlass": Belonging((joint(), account(), account("judged_by", "judged_by judgement words judged_at"))),
    "access.Invitation": Belonging((account(), among("email", "emails"))),
    "access.KeptText": Belonging((account(),)),
    "access.Involvement": Belonging((account(),)),
    "access.Representation": Belonging((about("holder"), about("child"))),
    "access.SharingDecision": Belonging(
        (
            about(),
            joint(subject="subject"),
            account("recipient", "dossier part law recipient purpose started_at ended_at"),
        ),
        others=True,
    ),
    "access.Withholding": Belonging(
        (
            about("member"),
            about("subject", "dossier law document subject started_at ended_at"),
            account("second", "dossier second answer words answered_at"),
            account("longer_second", "dossier longer_second longer_answer longer_words longer_answered_at"),
        )
    ),
    "access.AccessReview": Belonging((account("signed_by"),)),
    "access.Hidden": Belonging((about("subject", "dossier subject started_at ended_at"), account("hidden_by"))),
    "access.NamedReader": Belonging((about(), account())),
    "access.Grant": Belonging((account(),)),
    "configuration.SettingValue": Belonging((account("written_by"),)),
    "configuration.TextValue": Belonging((account("written_by"),)),
    "configuration.Word": Belonging((account("written_by"),)),
    "agenda.Task": Belonging((about(), joint(subject="subject"), account()), others=True),
    "agenda.Notice": Belonging((account(),)),
    "agenda.OutboxMail": Belonging((among("address", "emails"),)),
    "documents.Document": Belonging((about(), joint(subject="subject")), others=True),
    "documents.MovedDocument": Belonging((about(), joint(subject="subject")), others=True),
}

PRACTICE: Mapping[str, Belonging] = {
    "households.Person": Belonging((about(),)),
    "households.PersonIdentity": Belonging((about(),), own_facts=True),
    "households.PersonBsn": Belonging((about(),), left_out={"bsn_hmac": SEALED}),
    "households.PersonAddress": Belonging((about(),), own_facts=True),
    "households.PersonContact": Belonging((about(),), own_facts=True),
    "households.Relation": Belonging((about(), about("other"))),
    "households.Authority": Belonging((about(), about("holder"))),
    "households.HouseholdMember": Belonging((about(),)),
    "households.Stay": Belonging((about(),), others=True),
    "households.ToldAuthority": Belonging((about(),), others=True),
    "care.Provision": Belonging((about(),)),
    "care.ProvisionEvent": Belonging((about(),)),
    "care.ProvisionCost": Belonging((about(),)),
    "care.Declaration": Belonging((about(),)),
    "care.Helper": Belonging((about(),)),
    "care.HelpAnswer": Belonging(
        (about(), account("written_by", "dossier mark answer because written_at")), others=True
    ),
    "care.PlanAnswer": Belonging((joint(),)),
    "care.ToldHelp": Belonging((about(), said("told_by", "dossier told_by written_at")), others=True),
    "investigation.Investigation": Belonging(
        (
            about(),
            said("reported_by", "dossier reported_by reported_on"),
            said("carer_name", "dossier carer_name carer_offered_on carer_answer"),
        ),
        others=True,
    ),
    "investigation.BlockFinding": Belonging((about(),)),
    "investigation.ClockPause": Belonging((about(),)),
    "circle.NetworkMember": Belonging((about(), of_circle("subject"))),
    "circle.Standing": Belonging((about("member"), of_circle("member"))),
    "circle.NotTogether": Belonging(
        (
            of_circle("subject", "other"),
            about("subject", "dossier subject since until"),
            about("other", "dossier other since until"),
        )
    ),
    "circle.YoungCarer": Belonging((about(),), others=True),
    "circle.KinTie": Belonging(
        (
            of_circle("subject", "other"),
            about("subject", "dossier subject kind told_by told_on"),
            about("other", "dossier other kind told_by told_on"),
        )
    ),
    "circle.Bond": Belonging(
        (
            of_circle("subject", "other"),
            about("subject", "dossier subject quality told_by since until"),
            about("other", "dossier other quality told_by since until"),
        )
    ),
    "notes.MovedNote": Belonging((about(), joint(subject="subject")), others=True),
    "notes.ContactNote": Belonging((about(), joint(subject="subject")), others=True),
    "circle.Familiar": Belonging(
        (about(), joint(subject="subject"), said("told_by", "dossier kind words told_by")), others=True
    ),
    "circle.LifeEvent": Belonging(
        (about(), joint(subject="subject"), said("told_by", "dossier kind what told_by on about")), others=True
    ),
    "drawings.Drawing": Belonging((account("viewer"),)),
    "drawings.Place": Belonging((about(),)),
    "leads.Lead": Belonging((joint(), account())),
    "leads.FamilyAnswer": Belonging((about(), said("said_by", "law shares said_by written_at dossier")), others=True),
    "safety.SafetyAgreement": Belonging((joint(), shown())),
    "safety.AgreementReader": Belonging((about(),), others=True),
    "safety.SafetyScore": Belonging((own(),), others=True),
    "safety.ReportTrack": Belonging((about(), joint(subject="subject")), others=True),
    "safety.TrackStep": Belonging((about(), joint(subject="subject")), others=True),
    "safety.CodeWord": Belonging((joint(),)),
    "safety.ChildTalk": Belonging((own(),), others=True),
    "consents.HelpConsent": Belonging((about(),), others=True),
    "consents.HelpAnswer": Belonging(
        (
            about("subject", "dossier consent subject capacity said said_on"),
            about("person", "dossier consent person name capacity said said_on channel evidence"),
        ),
        others=True,
    ),
    "consents.DataConsent": Belonging((about(),), others=True),
    "consents.DataAnswer": Belonging(
        (
            about("subject", "dossier consent subject capacity said said_on"),
            about("person", "dossier consent person name capacity said said_on channel evidence"),
        ),
        others=True,
    ),
    "familiegroepsplan.Familiegroepsplan": Belonging((joint(),)),
    "familiegroepsplan.Contribution": Belonging((joint(),)),
    "course.Evaluation": Belonging((joint(),)),
    "course.Felt": Belonging((said("name", "dossier evaluation name decided helped remark"),)),
    "course.Pause": Belonging((joint(),)),
    "course.Closing": Belonging((joint(),)),
    "course.AfterCare": Belonging((joint(),)),
    "plans.PlanVersion": Belonging((joint(),)),
    "plans.Position": Belonging((said("name", "dossier version name position remark said_on"),)),
    "plans.Discussion": Belonging((joint(),)),
    "plans.PlanSummary": Belonging((joint(),)),
    "plans.ProviderPlan": Belonging((joint(),)),
    "plans.Question": Belonging(
        (about(), joint(subject="subject"), said("speaker", "dossier words speaker language interpreter said_on")),
        others=True,
    ),
    "plans.Plan": Belonging((joint(),)),
    "plans.Goal": Belonging(
        (about(), joint(subject="subject"), said("speaker", "dossier own_words speaker began_on state")), others=True
    ),
    "plans.Draft": Belonging((account("author"),)),
    "plans.Action": Belonging(
        (
            about(),
            joint(subject="subject"),
            said("doer_name", "dossier what doer_name doer_function due_on state closed_on result"),
        ),
        others=True,
    ),
    "statements.OwnStatement": Belonging((about(),), others=True),
    "statements.Remark": Belonging((about(),), others=True),
    "plans.Score": Belonging(
        (about(), joint(subject="subject"), said("giver", "dossier giver value remark given_on")), others=True
    ),
}

ABOVE: Mapping[str, Belonging] = {
    "studies.Study": Belonging(
        (
            account("asked_by", "title asked_by asked_by_name asked_on"),
            account("approved_by", "title approved_by approved_by_name approved_on"),
        )
    ),
    "studies.Researcher": Belonging((account(),)),
    "studies.StudyCase": Belonging((under_pseudonym(),)),
    "studies.StudyKey": Belonging((among("household", "households"),)),
    "studies.Objection": Belonging((about(),)),
    "figures.Participation": Belonging((about(),)),
    "figures.DisclosureDecision": Belonging((account("decided_by"),)),
    "rights.DataRequest": Belonging((about(), account("asked_by"))),
    "rights.Package": Belonging(
        (account(),),
        left_out={"content": _("Dit is een eerder pakket zoals dit. U kunt het apart ophalen zolang het er is.")},
    ),
    "retention.DestructionList": Belonging(
        because="Colleagues who drew up, approved and carried out a list; it says nothing about whose data they were."
    ),
    "retention.DestructionLine": Belonging((about("subject"), joint(subject="subject"))),
    "retention.DestructionRecord": Belonging(because="Kinds and numbers, signed by colleagues: no data of a person."),
    "exchange.Delivery": Belonging((account("brought_by"),)),
    "exchange.WaitingFile": Belonging(
        because="A file as it came in: it waits to be processed and goes; what it says about somebody is in the rows."
    ),
    "exchange.DeliveryLine": Belonging(
        because="What happened to a row by its number, never a person's data; the file name is the supplier's."
    ),
    "exchange.JournalEntry": Belonging((in_image(),)),
    "exchange.ReviewItem": Belonging((about("chosen"),)),
    "doubles.Double": Belonging((about("one"), about("other")), left_out={"facts": TWO_PEOPLE}),
    "doubles.MergeEntry": Belonging((in_image(),)),
}
"""Of a review item that waits nobody knows yet about whom it is: only a chosen person gets it."""

DECLARED: Mapping[str, Belonging] = {**GROUND, **PRACTICE, **ABOVE}
