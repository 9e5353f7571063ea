"""What the desk refuses. Each error is a name; its sentence is in ``jinshi_desk.wording``.

The arguments of an error are the facts its sentence needs, in the order the sentence names them.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinshi_desk.domain.problems import Problem


class DeskError(Exception):
    """An expected refusal: nothing was changed, and the clerk is told what to do."""


class BadMonth(DeskError):
    """Args: the text. It is not a month such as 2022-06."""


class BadPeriod(DeskError):
    """Args: the text. It is no month, quarter or year such as 2022-06, 2022-Q2 or 2022."""


class BadQuarter(DeskError):
    """Args: the text. It is no quarter such as 2022Q2."""


class QuarterToCome(DeskError):
    """Args: the quarter's label. It has not begun."""


class NoWorkThatQuarter(DeskError):
    """Args: the quarter's label. The books hold nothing of it."""


class UnknownFigure(DeskError):
    """Args: the key, the month's label. The month has no such figure."""


class BadDate(DeskError):
    """Args: the text. It is not a day such as 2022-06-30."""


class NoSuchDay(DeskError):
    """Args: the text, its month, how many days that has. It is written as a day, and there is none."""


class UnknownUnit(DeskError):
    """Args: the name or id. No unit is called that."""


class UnknownPerson(DeskError):
    """Args: the name or id. Nobody on the roster is called that."""


class UnknownOutlet(DeskError):
    """Args: the name or id. No outlet is called that."""


class UnknownDraft(DeskError):
    """Args: the number. No draft has it."""


class UnknownAdoption(DeskError):
    """Args: the id. No adoption has it."""


class UnknownEvent(DeskError):
    """Args: what it is called, the id. No line of that ledger has it."""


class AlreadyDecided(DeskError):
    """Args: what it is called, what it is now, the act. It was decided, so the act comes too late."""


class NotPicked(DeskError):
    """Args: the number. The draft is not picked as a good one, so nothing can be taken back."""


class NoPicks(DeskError):
    """Args: the month. No draft of it is picked as a good one, so there is nothing to pack."""


class FileInTheWay(DeskError):
    """Args: the file. It exists, and nobody said that it may be replaced."""


class UnknownKind(DeskError):
    """Args: what was asked for, what there is. No such list."""


class NotFileable(DeskError):
    """Args: the problems. A draft or adoption has problems that must be put right first."""

    def __init__(self, problems: "tuple[Problem, ...]") -> None:
        super().__init__(problems)
        self.problems = problems


class FileNotFileable(DeskError):
    """Args: file name, the problems. What was read of a draft file lacks something; none was registered."""

    def __init__(self, name: str, problems: "tuple[Problem, ...]") -> None:
        super().__init__(name, problems)
        self.name = name
        self.problems = problems


class WrongStatus(DeskError):
    """Args: the number, its status, the act. The draft's status does not allow the act."""


class ReasonMissing(DeskError):
    """Args: the act. It wants a reason."""


class MonthClosed(DeskError):
    """Args: the month. It is closed; corrections go into the open month."""


class RulesOfClosedMonth(MonthClosed):
    """Args: the month, the earliest open month. A version of the rules would begin in a closed month."""


class ClosedToResubmission(MonthClosed):
    """Args: the month. A returned draft counts for it, so what comes back now is another draft."""


class UnknownVersion(DeskError):
    """Args: the number, the version, how many there are. The draft has no such version."""


class AlreadyClosed(DeskError):
    """Args: the month. It was closed before."""


class NothingOnTheBooks(DeskError):
    """There is no draft yet, so there is no month to close."""


class NotOnTheBooks(DeskError):
    """Args: the month, the first on the books. It lies before it."""


class NotTheNextMonth(DeskError):
    """Args: the month, the earliest open one. Months are closed in order."""


class MonthNotOver(DeskError):
    """Args: the month, the day it can be closed from. It is not over."""


class OutOfBalance(DeskError):
    """Args: the month, the checks that fail. Its books do not balance."""


class OpenItems(DeskError):
    """Args: the month, the items. Something of it is still open, and nobody said that this is accepted."""


class StillOpen(DeskError):
    """Args: the month, the act. It is not closed yet, so it can't be issued or opened again."""


class AlreadyIssued(DeskError):
    """Args: the month, quarter or year, its number, the day. What went out never changes again."""


class IssueNumberTaken(DeskError):
    """Args: the number, the month, quarter or year. Another notice went out under it."""


class MonthOfIssuedPeriod(DeskError):
    """Args: the month, the quarter or year, its number. What is out counts it, so it stays closed."""


class NoticeOutOfBalance(DeskError):
    """Args: the quarter or year, the failing checks. Its notice can't go out."""


class NoticeHasOpenItems(DeskError):
    """Args: the quarter or year, the open checks. Its notice goes out only if they are accepted."""


class NotTheLastClosed(DeskError):
    """Args: the month, the last closed one. Months are opened again from the last closed."""


class NothingToUndo(DeskError):
    """There is no act that can be taken back."""


class UndoOvertaken(DeskError):
    """Args: the number. The draft was changed since, so the last act can't be taken back alone."""


class Namesakes(DeskError):
    """Args: the name, their labels. Several people of the unit have it, and none was chosen."""


class NumberTaken(DeskError):
    """Args: the number. A draft already has it."""


class BadRules(DeskError):
    """Args: the file, the key, what is wrong, the detail, the line if known. The rule set is not usable."""


class UnknownRules(DeskError):
    """Args: the id. No version of the rules that holds has it."""


class RulesInUse(DeskError):
    """Args: the id, its first month's label. That month is closed, so the version stays."""


class OnlyRules(DeskError):
    """Args: the id. Without it there would be no rules."""


class DeductionTypeInUse(DeskError):
    """Args: the type's name, how many. Deductions of a type that the rules would not know any more."""


class NoRules(DeskError):
    """Args: the month. No rule set is in force."""


class BadDefaults(DeskError):
    """Args: the file, what is wrong. A table of units or outlets is not usable."""


class NotADataFile(DeskError):
    """Args: the file. It is not one of ours."""


class NewerDataFile(DeskError):
    """Args: the file, its version, ours. A newer program wrote it."""


class DamagedDataFile(DeskError):
    """Args: the file, the detail. SQLite finds it damaged."""


class NoDataFile(DeskError):
    """Args: the file. It does not exist."""


class DataFileExists(DeskError):
    """Args: the file. It exists already."""


class ReadOnlyDataFile(DeskError):
    """Args: the file. It can be read but not changed, so a window over it could keep nothing."""


class CannotWrite(DeskError):
    """Args: the file or folder, the cause. The machine would not let us write."""


class FolderGiven(DeskError):
    """Args: the folder. A file was wanted."""


class CannotRead(DeskError):
    """Args: the file, the cause. The machine would not let us read."""


class FileBusy(DeskError):
    """Args: the file. Another program holds it."""


class MigrationFailed(DeskError):
    """Args: the file, the migration, the detail. The data file was left as it was."""


class NotAWorkbook(DeskError):
    """Args: the file. Its content is not a workbook."""


class EncryptedFile(DeskError):
    """Args: the file. It is protected by a password."""


class DamagedFile(DeskError):
    """Args: the file. It is truncated or damaged."""


class EmptyFile(DeskError):
    """Args: the file. It holds nothing."""


class OversizedFile(DeskError):
    """Args: the file, the limit. It would unpack to more than we accept."""


class NoHeader(DeskError):
    """Args: the file. No sheet in it has a header row that can be read."""


class UnknownFileKind(DeskError):
    """Args: the file. Drafts are read from .docx and .txt."""


class UnreadableFiles(DeskError):
    """Args: how many, their names. Several files at once can't be read as drafts."""


class PaperFailed(DeskError):
    """Args: the template, the detail. The paper could not be set."""


class TemplateBroken(DeskError):
    """Args: the file and line, the reason. The office's own template can't be used."""


class TemplateSlow(DeskError):
    """Args: the file, the seconds waited. The office's own template takes too long."""


class NothingToDraw(DeskError):
    """Args: whose, year. Neither that year nor the one before has an amount of theirs."""


class YearToCome(DeskError):
    """Args: the year. It has not begun."""


class NoWorkThatYear(DeskError):
    """Args: the year. The books hold nothing of it."""


class PeriodOfTwoYears(DeskError):
    """Args: the text. The months lie in more than one year; ranks are counted by the year."""


class NothingToRehearse(DeskError):
    """Args: the period. None of its months is on the books and over."""


class NoUnitsThen(DeskError):
    """Args: the month. None of the units that a sheet is wanted of was active in it."""


class NothingToPrint(DeskError):
    """No form was picked to be printed."""


class BadDecisions(DeskError):
    """Args: the file. It does not hold decisions about rows."""


class BatchChanged(DeskError):
    """Args: the number. A draft of the batch was changed since, so the batch can't be taken back whole."""


class BatchUndone(DeskError):
    """Args: the file. The batch was taken back already."""


class UnknownApproval(DeskError):
    """Args: the number. No approval form has it."""


class UnknownSignature(DeskError):
    """Args: the number of the form. It has no such signature that still stands."""


class ApprovalOver(DeskError):
    """Args: the number of the form, its state, the act. The form stands where the act comes too late."""


class OutOfOrder(DeskError):
    """Args: the number of the form, the step whose turn it is, the step asked for. There is an order."""


class NotTheLastSignature(DeskError):
    """Args: the number of the form, the last step signed. Signatures are withdrawn from the last one back."""


class NoSuchStep(DeskError):
    """Args: the number of the form, the step, the steps it has. The form's kind has no such step."""


class AlreadyOnForm(DeskError):
    """Args: the draft, the form it is on. A draft is on one living form of a kind."""


class NotSigned(DeskError):
    """Args: the number, the form it wants, the steps that are missing. It can't leave without them."""


class UnknownAttachment(DeskError):
    """Args: the number of the form. It has no such file."""


class OversizedAttachment(DeskError):
    """Args: the file, the limit in MB. It is larger than a scan of a form is."""


class UnknownFileContent(DeskError):
    """Args: the file. Its content is no PNG, JPEG or PDF."""


class WrongFileName(DeskError):
    """Args: the file, what it is. Its content is not what its name says."""


class UnknownAward(DeskError):
    """Args: the word, those there are. The year has no such list of places."""


class UnknownContender(DeskError):
    """Args: the name, the award. Nobody on that list is called that."""


class NothingToConfirm(DeskError):
    """Args: the award. No name on that list waits to be confirmed."""


class NothingDecided(DeskError):
    """Args: the name. Nothing was said of it that could be withdrawn."""
