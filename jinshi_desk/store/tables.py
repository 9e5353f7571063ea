"""The tables as peewee models, private to the store. They know no database; every query is bound to one.

The schema itself is written in ``db/migrations``; a test keeps the two in step.
"""

from peewee import (
    AutoField,
    BlobField,
    CompositeKey,
    IntegerField,
    Model,
    TextField,
)


class _Table(Model):
    class Meta:
        database = None
        legacy_table_names = False


class Setting(_Table):
    key = TextField(primary_key=True)
    value = TextField()


class UnitRow(_Table):
    id = TextField(primary_key=True)
    name = TextField()
    group = TextField()
    position = IntegerField()
    active_from = TextField()
    active_to = TextField(null=True)
    pinyin = TextField()
    initials = TextField()

    class Meta:
        table_name = "unit"


class UnitAlias(_Table):
    unit = TextField()
    name = TextField(column_name="alias")
    old = IntegerField(default=0)

    class Meta:
        table_name = "unit_alias"
        primary_key = CompositeKey("unit", "name")


class UnitNameRow(_Table):
    unit = TextField()
    name = TextField()
    from_month = TextField()

    class Meta:
        table_name = "unit_name"
        primary_key = CompositeKey("unit", "from_month")


class UnitGroupRow(_Table):
    unit = TextField()
    group = TextField()
    from_month = TextField()

    class Meta:
        table_name = "unit_group"
        primary_key = CompositeKey("unit", "from_month")


class UnitQuotaRow(_Table):
    unit = TextField()
    from_month = TextField()
    quota = IntegerField(null=True)
    reason = TextField()

    class Meta:
        table_name = "unit_quota"
        primary_key = CompositeKey("unit", "from_month")


class UnitChangeRow(_Table):
    id = AutoField()
    month = TextField()
    kind = TextField()
    unit = TextField()
    successor = TextField(null=True)

    class Meta:
        table_name = "unit_change"


class OutletRow(_Table):
    id = TextField(primary_key=True)
    name = TextField()
    level = TextField()
    kind = TextField()
    own = IntegerField()
    weight = IntegerField()
    position = IntegerField()
    pinyin = TextField()
    initials = TextField()

    class Meta:
        table_name = "outlet"


class OutletAlias(_Table):
    outlet = TextField()
    name = TextField(column_name="alias")

    class Meta:
        table_name = "outlet_alias"
        primary_key = CompositeKey("outlet", "name")


class PersonRow(_Table):
    id = AutoField()
    name = TextField()
    mark = TextField(default="")
    mobile = TextField(default="")
    pinyin = TextField()
    initials = TextField()

    class Meta:
        table_name = "person"


class PostRow(_Table):
    id = AutoField()
    person = IntegerField()
    unit = TextField()
    since_on = TextField(null=True)
    until_on = TextField(null=True)
    phone = TextField(default="")

    class Meta:
        table_name = "post"


class DutyRow(_Table):
    id = AutoField()
    person = IntegerField()
    unit = TextField()
    duty = TextField()
    since_on = TextField(null=True)
    until_on = TextField(null=True)

    class Meta:
        table_name = "duty"


class PersonJoinRow(_Table):
    id = AutoField()
    person = IntegerField()
    one = IntegerField()
    reason = TextField()
    joined_at = TextField()
    parted_at = TextField(null=True)

    class Meta:
        table_name = "person_join"


class RuleSetRow(_Table):
    id = TextField(primary_key=True)
    effective_from = TextField()
    toml = TextField()
    withdrawn = TextField()

    class Meta:
        table_name = "rule_set"


class MonthRow(_Table):
    month = TextField(primary_key=True)
    closed_at = TextField()
    closed_by = TextField(default="")
    frozen = TextField(null=True)
    sha256 = TextField(null=True)

    class Meta:
        table_name = "month"


class IssueRow(_Table):
    month = TextField(primary_key=True)
    number = TextField()
    issued_on = TextField()
    issued_at = TextField()
    issued_by = TextField()

    class Meta:
        table_name = "issue"


class ReopeningRow(_Table):
    id = AutoField()
    month = TextField()
    closed_at = TextField()
    closed_by = TextField()
    frozen = TextField(null=True)
    sha256 = TextField(null=True)
    reason = TextField()
    reopened_at = TextField()
    reopened_by = TextField()

    class Meta:
        table_name = "reopening"


class ExemptionRow(_Table):
    unit = TextField()
    month = TextField()
    reason = TextField()
    approver = TextField()

    class Meta:
        table_name = "exemption"
        primary_key = CompositeKey("unit", "month")


class BatchRow(_Table):
    id = AutoField()
    file_name = TextField()
    sha256 = TextField()
    original = BlobField()
    imported_at = TextField()
    read = IntegerField()
    imported = IntegerField()
    skipped = IntegerField()
    undecided = IntegerField()
    undone_at = TextField(null=True)

    class Meta:
        table_name = "batch"


class DraftRow(_Table):
    id = AutoField()
    number = TextField()
    title = TextField()
    title_key = TextField()
    title_pinyin = TextField()
    category = TextField()
    form = TextField()
    source = TextField()
    status = TextField()
    status_reason = TextField(default="")
    status_on = TextField()
    lead = TextField()
    received_on = TextField()
    quota_month = TextField()
    makeup = IntegerField()
    word_count = IntegerField(null=True)
    body = TextField(default="")
    approval_on_file = IntegerField()
    authors_incomplete = IntegerField()
    void_month = TextField(null=True)
    note = TextField(default="")
    batch = IntegerField(null=True)
    registered_at = TextField()
    attachments = TextField(default="")

    class Meta:
        table_name = "draft"


class DraftPartner(_Table):
    draft = IntegerField()
    position = IntegerField()
    unit = TextField()

    class Meta:
        table_name = "draft_partner"
        primary_key = CompositeKey("draft", "position")


class DraftAuthor(_Table):
    draft = IntegerField()
    position = IntegerField()
    person = IntegerField()
    role = TextField()
    share = IntegerField(null=True)

    class Meta:
        table_name = "draft_author"
        primary_key = CompositeKey("draft", "position")


class DraftTag(_Table):
    draft = IntegerField()
    position = IntegerField()
    tag = TextField()

    class Meta:
        table_name = "draft_tag"
        primary_key = CompositeKey("draft", "position")


class QualityPickRow(_Table):
    id = AutoField()
    draft = IntegerField()
    month = TextField()
    reason = TextField()
    picked_on = TextField()
    picked_by = TextField()
    uploaded_on = TextField(null=True)
    voided = TextField(default="")

    class Meta:
        table_name = "quality_pick"


class AwardDecisionRow(_Table):
    id = AutoField()
    year = IntegerField()
    award = TextField()
    unit = TextField(null=True)
    person = IntegerField(null=True)
    draft = IntegerField(null=True)
    grade = TextField()
    reason = TextField()
    decided_on = TextField()
    decided_by = TextField()
    recorded_at = TextField()
    voided = TextField(default="")

    class Meta:
        table_name = "award_decision"


class DraftWords(_Table):
    draft = IntegerField(primary_key=True)
    words = TextField()

    class Meta:
        table_name = "draft_words"


class AdoptionRow(_Table):
    id = AutoField()
    draft = IntegerField()
    outlet = TextField()
    mode = TextField()
    position = TextField()
    adopted_on = TextField()
    registered_on = TextField()
    place = TextField(default="")
    evidence = TextField(default="")
    verified = IntegerField()
    booked_month = TextField(null=True)
    retracted_on = TextField(null=True)
    retracted = TextField(null=True)
    voided = TextField(default="")

    class Meta:
        table_name = "adoption"


class InstructionRow(_Table):
    id = AutoField()
    draft = IntegerField()
    level = TextField()
    leader = TextField()
    given_on = TextField()
    registered_on = TextField()
    evidence = TextField(default="")
    booked_month = TextField()
    voided = TextField(default="")

    class Meta:
        table_name = "instruction"


class CommissionRow(_Table):
    id = AutoField()
    unit = TextField()
    subject = TextField()
    asked_on = TextField()
    due_on = TextField()
    delivered_on = TextField(null=True)
    draft = IntegerField(null=True)
    not_done_on = TextField(null=True)
    booked_month = TextField(null=True)
    voided = TextField(default="")

    class Meta:
        table_name = "commission"


class DeductionRow(_Table):
    id = AutoField()
    unit = TextField()
    draft = IntegerField(null=True)
    type = TextField()
    cents = IntegerField(null=True)
    reason = TextField()
    evidence = TextField(default="")
    proposed_on = TextField()
    proposed_by = TextField()
    confirmed_on = TextField(null=True)
    confirmed_by = TextField(default="")
    rejected = TextField(default="")
    booked_month = TextField(null=True)
    voided = TextField(default="")

    class Meta:
        table_name = "deduction"


class CorrectionRow(_Table):
    id = AutoField()
    unit = TextField()
    corrected_month = TextField()
    cents = IntegerField()
    reason = TextField()
    registered_on = TextField()
    entry = IntegerField(null=True)
    booked_month = TextField()
    voided = TextField(default="")

    class Meta:
        table_name = "correction"


class DraftReturnRow(_Table):
    id = AutoField()
    draft = IntegerField()
    version = IntegerField()
    returned_on = TextField()
    reason = TextField()
    remark = TextField(default="")

    class Meta:
        table_name = "draft_return"


class DraftVersionRow(_Table):
    id = AutoField()
    draft = IntegerField()
    number = IntegerField()
    came_on = TextField()
    replaced_on = TextField()
    title = TextField()
    authors = TextField()
    authors_incomplete = IntegerField()
    word_count = IntegerField(null=True)
    body = TextField()
    attachments = TextField()
    undone = IntegerField(default=0)

    class Meta:
        table_name = "draft_version"


class DraftRemarkRow(_Table):
    id = AutoField()
    draft = IntegerField()
    version = IntegerField()
    noted_on = TextField()
    noted_by = TextField()
    remark = TextField()
    undone = IntegerField(default=0)

    class Meta:
        table_name = "draft_remark"


class ReminderRow(_Table):
    id = AutoField()
    month = TextField()
    stage = TextField()
    sent_on = TextField()
    channel = TextField()
    sent_by = TextField()
    remark = TextField(default="")
    recorded_at = TextField()
    voided = TextField(default="")

    class Meta:
        table_name = "reminder"


class ReminderUnit(_Table):
    reminder = IntegerField()
    unit = TextField()
    position = IntegerField()
    quota = IntegerField()
    counted = IntegerField()

    class Meta:
        table_name = "reminder_unit"
        primary_key = CompositeKey("reminder", "unit")


class HolidayRow(_Table):
    day = TextField(primary_key=True)
    worked = IntegerField()
    name = TextField(default="")

    class Meta:
        table_name = "holiday"


class UnitCodeRow(_Table):
    unit = TextField(primary_key=True)
    code = TextField()

    class Meta:
        table_name = "unit_code"


class ApprovalRow(_Table):
    id = AutoField()
    kind = TextField()
    number = TextField()
    scope = TextField()
    seq = IntegerField()
    month = TextField()
    opened_on = TextField()
    facts = TextField()
    binder = TextField(default="")
    released = TextField(null=True)
    voided = TextField(default="")

    class Meta:
        table_name = "approval"


class ApprovalDraft(_Table):
    approval = IntegerField()
    position = IntegerField()
    draft = IntegerField()
    push_column = TextField(default="")
    photos = IntegerField(default=0)
    videos = IntegerField(default=0)
    reprinted_from = TextField(default="")

    class Meta:
        table_name = "approval_draft"
        primary_key = CompositeKey("approval", "position")


class ApprovalSignature(_Table):
    id = AutoField()
    approval = IntegerField()
    step = TextField()
    signer = TextField()
    ruling = TextField()
    opinion = TextField(default="")
    signed_on = TextField()
    same_person = TextField(default="")
    content = TextField()
    recorded_by = TextField()
    recorded_at = TextField()
    withdrawn = TextField(default="")

    class Meta:
        table_name = "approval_signature"


class ApprovalPrint(_Table):
    id = AutoField()
    approval = IntegerField()
    printed_on = TextField()
    copies = IntegerField()
    content = TextField()

    class Meta:
        table_name = "approval_print"


class AttachmentRow(_Table):
    id = AutoField()
    approval = IntegerField()
    role = TextField()
    name = TextField()
    kind = TextField()
    size = IntegerField()
    sha256 = TextField()
    added_on = TextField()
    voided = TextField(default="")

    class Meta:
        table_name = "attachment"


class SuggestionRow(_Table):
    id = AutoField()
    unit = TextField()
    concern = TextField()
    text = TextField()
    received_on = TextField()
    office = TextField(null=True)
    handler = TextField(default="")
    due_on = TextField(null=True)
    reply = TextField(default="")
    closed_on = TextField(null=True)
    voided = TextField(default="")

    class Meta:
        table_name = "suggestion"


class LeadRow(_Table):
    id = AutoField()
    unit = TextField()
    subject = TextField()
    found_on = TextField()
    office = TextField(null=True)
    assigned_on = TextField(null=True)
    draft = IntegerField(null=True)
    shelved_on = TextField(null=True)
    shelved = TextField(default="")
    voided = TextField(default="")

    class Meta:
        table_name = "lead"


class AssignmentRow(_Table):
    id = AutoField()
    person = IntegerField()
    period = TextField()
    counting = TextField()
    category = TextField(null=True)
    target = IntegerField()
    assigned_on = TextField()
    voided = TextField(default="")

    class Meta:
        table_name = "assignment"


class ObjectionRow(_Table):
    id = AutoField()
    unit = TextField()
    month = TextField()
    received_on = TextField()
    raised_by = TextField()
    channel = TextField()
    text = TextField()
    draft = IntegerField(null=True)
    kind = TextField(null=True)
    deduction = IntegerField(null=True)
    voided = TextField(default="")

    class Meta:
        table_name = "objection"


class ObjectionRuling(_Table):
    id = AutoField()
    objection = IntegerField()
    finding = TextField()
    remedy = TextField(null=True)
    ruled_by = TextField()
    ruled_on = TextField()
    reason = TextField()
    voided = TextField(default="")

    class Meta:
        table_name = "objection_ruling"


class ObjectionCorrection(_Table):
    correction = AutoField()
    objection = IntegerField()

    class Meta:
        table_name = "objection_correction"


class MeetingRow(_Table):
    id = AutoField()
    held_on = TextField()
    place = TextField()
    host = TextField()
    recorder = TextField()
    month = TextField(null=True)
    agenda = TextField()
    minutes = TextField()
    voided = TextField(default="")

    class Meta:
        table_name = "meeting"


class MeetingAttendance(_Table):
    meeting = IntegerField()
    position = IntegerField()
    unit = TextField(null=True)
    names = TextField()

    class Meta:
        table_name = "meeting_attendance"
        primary_key = CompositeKey("meeting", "position")


class ResolutionRow(_Table):
    id = AutoField()
    meeting = IntegerField()
    text = TextField()
    who = TextField()
    due_on = TextField(null=True)
    done_on = TextField(null=True)
    result = TextField(default="")
    voided = TextField(default="")

    class Meta:
        table_name = "resolution"


class SheetDeliveryRow(_Table):
    id = AutoField()
    month = TextField()
    sent_on = TextField()
    channel = TextField()
    sent_by = TextField()
    due_on = TextField()
    recorded_at = TextField()
    voided = TextField(default="")

    class Meta:
        table_name = "sheet_delivery"


class SheetDeliveryUnit(_Table):
    delivery = IntegerField()
    unit = TextField()
    cents = IntegerField()
    sha256 = TextField()

    class Meta:
        table_name = "sheet_delivery_unit"
        primary_key = CompositeKey("delivery", "unit")


class PlatformMonthRow(_Table):
    month = TextField(primary_key=True)
    pushes = IntegerField()
    articles = IntegerField()
    website_updates = IntegerField()
    followers = IntegerField()

    class Meta:
        table_name = "platform_month"


class AuditRow(_Table):
    id = AutoField()
    at = TextField()
    who = TextField()
    act = TextField()
    subject = TextField()
    before = TextField()
    after = TextField()
    previous = TextField()
    hash = TextField()

    class Meta:
        table_name = "audit"


class LedgerRow(_Table):
    id = AutoField()
    kind = TextField()
    booked_month = TextField()
    cents = IntegerField()
    rule_set = TextField()
    clause = TextField()
    arithmetic = TextField()
    unit = TextField(null=True)
    person = IntegerField(null=True)
    draft = IntegerField(null=True)
    adoption = IntegerField(null=True)
    reverses = IntegerField(null=True)
    booked_at = TextField()
    instruction = IntegerField(null=True)
    commission = IntegerField(null=True)
    deduction = IntegerField(null=True)
    correction = IntegerField(null=True)
    act = IntegerField(null=True)

    class Meta:
        table_name = "ledger"


class BulletinText(_Table):
    month = TextField()
    code = TextField()
    text = TextField(null=True)
    included = IntegerField()

    class Meta:
        table_name = "bulletin_text"
        primary_key = CompositeKey("month", "code")


class PeriodTextRow(_Table):
    period = TextField()
    code = TextField()
    text = TextField(null=True)
    included = IntegerField()

    class Meta:
        table_name = "period_text"
        primary_key = CompositeKey("period", "code")


class PeriodEntryRow(_Table):
    period = TextField()
    field = TextField()
    typed = TextField()

    class Meta:
        table_name = "period_entry"
        primary_key = CompositeKey("period", "field")


class PeriodIssueRow(_Table):
    period = TextField(primary_key=True)
    last = TextField()
    number = TextField()
    issued_on = TextField()
    issued_at = TextField()
    issued_by = TextField()
    frozen = TextField()
    sha256 = TextField()

    class Meta:
        table_name = "period_issue"


ALL: tuple[type[_Table], ...] = (
    Setting,
    UnitRow,
    UnitAlias,
    UnitGroupRow,
    UnitQuotaRow,
    UnitNameRow,
    UnitChangeRow,
    OutletRow,
    OutletAlias,
    PersonRow,
    PostRow,
    DutyRow,
    PersonJoinRow,
    RuleSetRow,
    MonthRow,
    IssueRow,
    ReopeningRow,
    ExemptionRow,
    BatchRow,
    DraftRow,
    DraftPartner,
    DraftAuthor,
    DraftTag,
    DraftWords,
    AdoptionRow,
    InstructionRow,
    CommissionRow,
    DeductionRow,
    CorrectionRow,
    DraftReturnRow,
    DraftVersionRow,
    DraftRemarkRow,
    ReminderRow,
    ReminderUnit,
    HolidayRow,
    UnitCodeRow,
    ApprovalRow,
    ApprovalDraft,
    ApprovalSignature,
    ApprovalPrint,
    AttachmentRow,
    SuggestionRow,
    LeadRow,
    AssignmentRow,
    ObjectionRow,
    ObjectionRuling,
    ObjectionCorrection,
    MeetingRow,
    MeetingAttendance,
    ResolutionRow,
    SheetDeliveryRow,
    SheetDeliveryUnit,
    QualityPickRow,
    AwardDecisionRow,
    PlatformMonthRow,
    AuditRow,
    LedgerRow,
    BulletinText,
    PeriodTextRow,
    PeriodEntryRow,
    PeriodIssueRow,
)
