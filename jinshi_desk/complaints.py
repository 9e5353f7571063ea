"""One Chinese sentence for every refusal and every problem in a form: the fact, then what to do."""

from collections.abc import Callable, Mapping

from jinshi_desk.domain import errors
from jinshi_desk.domain.approval_forms import FormState
from jinshi_desk.domain.approvals import FormKind, Step
from jinshi_desk.domain.drafts import Status
from jinshi_desk.domain.problems import Problem
from jinshi_desk.draft_words import STATUS
from jinshi_desk.form_words import FORM_KIND, FORM_STATE, STEP

ERROR: Mapping[type[errors.DeskError], str] = {
    errors.BadMonth: "“{0}”不是月份，应写成 2022-06 这样。",
    errors.BadDate: "“{0}”不是日期，应写成 2022-06-30 这样。",
    errors.UnknownUnit: "找不到单位“{0}”，用 list units 看全部单位名称和编号。",
    errors.UnknownPerson: "名册里找不到“{0}”，用 list people 看全部姓名和编号。",
    errors.UnknownOutlet: "找不到媒体“{0}”，用 list outlets 看全部媒体名称和编号。",
    errors.UnknownDraft: "没有编号为“{0}”的稿件，核对编号后再试。",
    errors.UnknownAdoption: "没有这条采用记录（{0}），刷新后再试。",
    errors.UnknownEvent: "没有这条{0}记录（{1}），刷新后再试。",
    errors.AlreadyDecided: "这条{0}已{1}，不能再{2}。",
    errors.UnknownKind: "没有“{0}”这种台账，可选：{1}。",
    errors.NotFileable: "还有没填对的地方：{0}。",
    errors.WrongStatus: "{0} 现在是“{1}”，不能{2}。",
    errors.ReasonMissing: "{0}要写明原因。",
    errors.MonthClosed: "{0}已关账，改动请登在未关账的月份。",
    errors.ClosedToResubmission: "{0}已关账，退回的稿件不能再重新收稿；改好的请登为新稿。",
    errors.UnknownVersion: "{0} 没有第 {1} 稿，共 {2} 稿。",
    errors.AlreadyClosed: "{0}已经关账，没有再改动。",
    errors.NothingOnTheBooks: "台账里还没有稿件，没有月份可关。",
    errors.NotOnTheBooks: "{0}不在账上，不用关；台账从{1}记起。",
    errors.NotTheNextMonth: "关账要按月份先后，先关{1}，再关{0}。",
    errors.MonthNotOver: "{0}还没过完，{1}起可以关账。",
    errors.OutOfBalance: "{0}的账不平（{1}），不能关账；先在月通报的自查里核对。",
    errors.OpenItems: "{0}还有没办完的（{1}）；办完再关，或加 --accept-open-items 照样关。",
    errors.StillOpen: "{0}还没关账，先关账，再{1}。",
    errors.AlreadyIssued: "{0}通报已于{2}以{1}印发，不能再改动；差错请在台账里登更正。",
    errors.IssueNumberTaken: "{0}是{1}通报的文号，换一个文号。",
    errors.NotTheLastClosed: "重新开账只能从最后关账的月份起，先开{1}，再开{0}。",
    errors.NothingToUndo: "没有可以撤销的操作。",
    errors.UndoOvertaken: "{0} 之后又改过，不能单独撤销上一步。",
    errors.Namesakes: "有几个{0}（{1}），写明是哪一个。",
    errors.NumberTaken: "编号 {0} 已有稿件，换一个编号或留空。",
    errors.BadRules: "规则文件 {0} 的“{1}”{2}，改正后再用；原有规则没有改动。",
    errors.NoRules: "{0} 没有生效的考核规则，先录入从该月或更早生效的规则。",
    errors.BadDefaults: "默认数据 {0} 不能用：{1}。",
    errors.NotADataFile: "{0} 不是本程序的数据文件，请另选文件；该文件没有改动。",
    errors.NewerDataFile: "{0} 由更新的程序写成（版本 {1}，本程序认到 {2}），请换用新程序打开。",
    errors.DamagedDataFile: "数据文件 {0} 已损坏（{1}），请用最近的备份恢复。",
    errors.NoDataFile: "数据文件 {0} 不存在，先用 init 建立或用 --data 指定。",
    errors.DataFileExists: "{0} 已经存在，没有覆盖；请换个文件名。",
    errors.CannotWrite: "写不进 {0}：{1}。数据没有改动，换个位置或腾出空间后再试。",
    errors.CannotRead: "读不了 {0}：{1}。检查文件是否存在、能否打开。",
    errors.FileBusy: "{0} 正被别的程序占用，关掉那个程序后再试；数据没有改动。",
    errors.MigrationFailed: "数据文件 {0} 升级到第 {1} 版时出错（{2}），文件保持原样。",
    errors.NotAWorkbook: "{0} 不是表格文件，请用 Excel 或 WPS 另存为 .xlsx 再导入。",
    errors.EncryptedFile: "{0} 有打开密码，请去掉密码另存后再导入。",
    errors.DamagedFile: "{0} 不完整或已损坏，请向报送单位另要一份。",
    errors.EmptyFile: "{0} 里没有内容，核对文件后再试。",
    errors.OversizedFile: "{0} 展开后过大（上限 {1}），没有读入；请删去多余内容另存。",
    errors.NoHeader: "{0} 里找不到表头，表头至少要有单位、标题、报送日期这样的列名。",
    errors.UnknownFileKind: "{0} 不是 .docx 或 .txt 稿件，请另存为 .docx 再登记。",
    errors.UnreadableFiles: "{0} 个文件读不了：{1}。核对它们是不是完好的 .docx 或 .txt 稿件。",
    errors.PaperFailed: "版面“{0}”排不出来：{1}。",
    errors.TemplateBroken: "自定版面 {0} 有错：{1}；改好之前先用程序自带的版面。",
    errors.TemplateSlow: "自定版面 {0} 排了 {1} 秒还没排完；改好之前先用程序自带的版面。",
    errors.NothingToPrint: "没有选中要打印的表，先选一张再打印。",
    errors.BatchChanged: "{0} 导入之后又改过，这一批不能整批撤销；导错的稿件请逐篇作废。",
    errors.BatchUndone: "{0} 这一批已经撤销过，没有再改动。",
    errors.UnknownApproval: "没有编号为“{0}”的审批表，核对编号后再试。",
    errors.UnknownSignature: "{0} 没有这条有效的签批，刷新后再试。",
    errors.ApprovalOver: "{0} 现在是“{1}”，不能再{2}。",
    errors.OutOfOrder: "{0} 现在轮到“{1}”，先登记这一步，再登“{2}”。",
    errors.NotTheLastSignature: "{0} 后面的“{1}”已签，请从最后一步起逐步撤回。",
    errors.NoSuchStep: "{0} 没有“{1}”这一步，可写：{2}。",
    errors.AlreadyOnForm: "{0} 已在审批表 {1} 上，直接用那份；要重开先作废它。",
    errors.NotSigned: "{0} 的{1}还没签齐（差{2}），签齐后再发。",
    errors.UnknownAttachment: "{0} 没有这份附件，刷新后再试。",
    errors.OversizedAttachment: "{0} 超过 {1} MB，没有收进来；请压缩或重新扫描后再附。",
    errors.UnknownFileContent: "{0} 不是 PNG、JPEG 图片或 PDF，没有收进来；请重新扫描或另存后再附。",
    errors.WrongFileName: "{0} 的内容其实是 {1}，与文件名不符，没有收进来；请核对后改名再附。",
    errors.BadDecisions: "{0} 不是导入决定文件，应是“问题: 答案”成对的 JSON。",
}
"""Every refusal. ``{0}`` and on are the error's arguments."""

_RULE_FAULT: Mapping[str, str] = {
    "missing": "缺少",
    "negative": "不能是负数",
    "positive": "不能是正数",
    "number": "不是数",
    "whole": "不是整数",
    "range": "超出范围",
    "text": "应是文字",
    "list": "应是一列值",
    "month": "应写成 2022-01 这样的月份",
    "month_day": "应写成 01-10 这样的月日",
    "choice": "不是可选的值",
    "flag": "应是 true 或 false",
    "identifier": "只能用小写字母、数字和下划线",
    "syntax": "写法不对",
    "taken": "和已有的一版相同",
}

PROBLEM: Mapping[tuple[str, str], str] = {
    ("title", "missing"): "没有标题",
    ("title", "too_long"): "标题超过 {0} 字",
    ("title", "same"): "本单位已有同题稿件 {0}",
    ("title", "similar"): "与 {0} 疑似重复",
    ("units", "missing"): "没有报送单位",
    ("units", "unknown"): "找不到“{0}”",
    ("units", "twice"): "同一单位写了两次",
    ("units", "inactive"): "{0} 当时不在报送单位名单",
    ("received_on", "future"): "收稿日期在今天之后",
    ("received_on", "long_ago"): "收稿日期早于 2000 年",
    ("received_on", "month_closed"): "{0}已关账",
    ("received_on", "unreadable"): "不是日期，如 2022-06-30",
    ("returned_on", "future"): "退回日期在今天之后",
    ("returned_on", "before_receipt"): "退回早于收稿（{0}）",
    ("returned_on", "unreadable"): "不是日期，如 2022-06-30",
    ("back_on", "future"): "报回日期在今天之后",
    ("back_on", "before_return"): "报回早于退回（{0}）",
    ("back_on", "month_closed"): "{0}已关账",
    ("back_on", "long_ago"): "收稿日期早于 2000 年",
    ("back_on", "unreadable"): "不是日期，如 2022-06-30",
    ("reasons", "none_left"): "至少要留一条原因",
    ("reasons", "too_long"): "原因“{0}”太长",
    ("holidays", "both"): "{0} 又放假又上班",
    ("holidays", "worked_anyway"): "{0} 本来就上班",
    ("holidays", "unread"): "看不懂“{0}”",
    ("year", "out_of_range"): "年份应在 {0} 之间",
    ("remark", "missing"): "没有写意见",
    ("said_by", "missing"): "没有写是谁的意见",
    ("word_count", "negative"): "字数不能是负数",
    ("word_count", "unreadable"): "字数不是整数",
    ("authors", "missing"): "没有作者，得分不能分到人",
    ("authors", "twice"): "同一作者写了两次",
    ("authors", "several"): "有同名的，写明哪一个：{0}",
    ("authors", "not_there"): "{0}当时不在该单位",
    ("authors", "one_person"): "有两个署名是同一个人",
    ("authors", "one_character"): "作者只有一个字",
    ("number", "unreadable"): "编号应写成 2022-0001 这样",
    ("number", "taken"): "编号 {0} 已用过",
    ("outlet", "missing"): "没有采用媒体",
    ("outlet", "unknown"): "找不到“{0}”",
    ("adopted_on", "future"): "采用日期在今天之后",
    ("adopted_on", "before_receipt"): "采用早于收稿",
    ("adopted_on", "unreadable"): "不是日期，如 2022-06-30",
    ("adopted_on", "same"): "同一媒体同一天已登记",
    ("registered_on", "future"): "登记日期在今天之后",
    ("registered_on", "before_adoption"): "登记早于采用",
    ("registered_on", "unreadable"): "不是日期，如 2022-06-30",
    ("adoption", "gone"): "已作废或已撤",
    ("adoption", "unknown"): "台账里没有这次采用",
    ("adoption", "several"): "该媒体采用过几次，要写采用日期",
    ("month", "month_closed"): "{0}已关账",
    ("name", "taken"): "“{0}”已是别的名称",
    ("retracted_on", "future"): "撤稿日期在今天之后",
    ("retracted_on", "before_adoption"): "撤稿早于采用",
    ("leader", "missing"): "没有批示领导",
    ("given_on", "future"): "批示日期在今天之后",
    ("given_on", "before_receipt"): "批示早于收稿",
    ("given_on", "same"): "同一领导同一天的批示已登记",
    ("registered_on", "before_instruction"): "登记早于批示",
    ("unit", "missing"): "没有单位",
    ("unit", "unknown"): "找不到“{0}”",
    ("unit", "inactive"): "{0} 当时不在报送单位名单",
    ("subject", "missing"): "没有约稿题目",
    ("subject", "too_long"): "题目超过 {0} 字",
    ("asked_on", "future"): "下达日期在今天之后",
    ("due_on", "before_asked"): "截止早于下达",
    ("delivered_on", "future"): "交稿日期在今天之后",
    ("delivered_on", "before_asked"): "交稿早于下达",
    ("not_done_on", "future"): "日期在今天之后",
    ("not_done_on", "before_due"): "还没过截止日期",
    ("draft", "unknown"): "没有编号为 {0} 的稿件",
    ("draft", "other_unit"): "{0} 不是该单位的稿件",
    ("draft", "gone"): "{0} 已撤稿或作废",
    ("draft", "answers_another"): "{0} 已用于另一条约稿",
    ("draft", "none_to_void"): "没有写明要作废的稿件",
    ("draft", "proposed"): "{0} 已提过同项扣分",
    ("type", "unknown"): "考核细则没有“{0}”这一项",
    ("type", "by_itself"): "{0}按补报自动扣，不用登记",
    ("cents", "not_negative"): "扣分应是负数",
    ("cents", "zero"): "差额不能是 0",
    ("proposed_by", "missing"): "要写明提出人",
    ("proposed_on", "future"): "提出日期在今天之后",
    ("confirmed_by", "missing"): "要写明确认人",
    ("confirmed_on", "future"): "确认日期在今天之后",
    ("confirmed_on", "before_proposal"): "确认早于提出",
    ("corrected_month", "open"): "{0}没有关账，直接改登记",
    ("entry", "other"): "不是该单位该月的分",
    ("pushes", "negative"): "群发次数不能是负数",
    ("articles", "negative"): "编发条数不能是负数",
    ("website_updates", "negative"): "更新条数不能是负数",
    ("followers", "negative"): "关注用户数不能是负数",
    ("name", "missing"): "没有单位名称",
    ("name", "same"): "与现在的名称相同",
    ("name", "borne"): "{0}已用这个名称",
    ("name", "too_long"): "名称超过 {0} 字",
    ("month", "missing"): "没有写从哪个月起",
    ("month", "unreadable"): "不是月份，如 2022-07",
    ("month", "closed"): "{0}已关账",
    ("month", "before_rename"): "早于上次改名（{0}）",
    ("month", "before_regroup"): "早于上次换组（{0}）",
    ("month", "before_charge"): "早于上次定的任务（{0}）",
    ("quota", "same"): "与当时的任务相同",
    ("quota", "negative"): "任务不能是负数",
    ("quota", "too_many"): "任务超过 {0} 条",
    ("quota", "missing"): "没有写任务几条",
    ("month", "drafts_after"): "此后已有来稿：{0}",
    ("unit", "ended"): "{0}已不在报送名单",
    ("unit", "too_new"): "{0}这个月才启用",
    ("units", "ended"): "{0}已不在报送名单",
    ("units", "too_new"): "{0}这个月才启用",
    ("units", "too_few"): "合并至少要有两家",
    ("into", "missing"): "没有写合并成哪个单位",
    ("into", "itself"): "{0}不能并入自己",
    ("into", "borne"): "{0}已用这个名称",
    ("into", "too_long"): "名称超过 {0} 字",
    ("into", "ended"): "{0}已不在报送名单",
    ("into", "too_new"): "{0}这个月才启用",
    ("names", "missing"): "没有写拆成哪些单位",
    ("names", "single"): "只有一家，请用改名",
    ("names", "twice"): "同一名称写了两次",
    ("names", "borne"): "{0}已用这个名称",
    ("names", "too_long"): "名称超过 {0} 字",
    ("aliases", "one_character"): "别名“{0}”太短",
    ("aliases", "borne"): "{0}正用这个名称",
    ("aliases", "shared"): "“{0}”另有单位也用",
    ("old_names", "one_character"): "旧名“{0}”太短",
    ("old_names", "borne"): "{0}正用这个名称",
    ("old_names", "shared"): "“{0}”另有单位也用",
    ("signer", "missing"): "没有签批人",
    ("signer", "too_long"): "签批人超过 {0} 字",
    ("signer", "same_person"): "{0}已签过另一审，要写明原因",
    ("signed_on", "future"): "签批日期在今天之后",
    ("signed_on", "before_last"): "早于上一步（{0}）",
    ("opinion", "missing"): "不通过的要写明意见",
    ("opinion", "too_long"): "意见超过 {0} 字",
    ("office_phone", "too_long"): "电话超过 {0} 字",
    ("outlet", "too_long"): "拟投媒体超过 {0} 字",
    ("other_attachments", "too_long"): "其他附件超过 {0} 字",
    ("commission_number", "too_long"): "约稿编号超过 {0} 字",
    ("reprinted_from", "too_long"): "转载来源超过 {0} 字",
    ("summary", "too_long"): "内容摘要超过 {0} 字",
    ("channel", "too_long"): "渠道超过 {0} 字",
    ("basis", "too_long"): "依据或背景超过 {0} 字",
    ("publisher", "too_long"): "发布人超过 {0} 字",
    ("column", "too_long"): "栏目超过 {0} 字",
    ("photos", "range"): "照片数应在 0 到 {0} 之间",
    ("videos", "range"): "视频数应在 0 到 {0} 之间",
    ("push_number", "range"): "次数应在 1 到 {0} 之间",
    ("articles", "missing"): "没有稿件",
    ("articles", "too_many"): "一次推送最多 {0} 条",
    ("articles", "twice"): "同一稿件写了两次",
    ("released_on", "future"): "发出日期在今天之后",
    ("released_on", "before_last"): "早于签齐（{0}）",
    ("released_at", "missing"): "没有发布时间",
    ("through", "too_long"): "渠道超过 {0} 字",
    ("by", "too_long"): "发布人超过 {0} 字",
    ("link", "too_long"): "链接超过 {0} 字",
    ("correction", "too_long"): "更正记录超过 {0} 字",
    ("issue_number", "missing"): "没有写文号",
    ("issue_number", "too_long"): "文号超过 {0} 字",
    ("issued_on", "future"): "印发日期在今天之后",
    ("issued_on", "before_month_ends"): "印发日期要在{0}过完以后",
    ("pattern", "unknown_field"): "认不出{0}",
    ("pattern", "no_seq"): "要有且只有一个顺序号",
    ("pattern", "too_long"): "编号样式超过 {0} 字",
    ("code", "unreadable"): "代号用大写字母或数字，至多 {0} 个",
    ("code", "taken"): "代号 {0} 已有单位用",
    ("limit", "range"): "天数应在 1 到 {0} 之间",
    ("binder", "too_long"): "存放位置超过 {0} 字",
    ("copies", "range"): "份数应在 1 到 {0} 之间",
    ("authors", "too_many"): "作者超过 {0} 人，写前几人加“等”",
    ("person", "missing"): "没有写姓名",
    ("person", "unknown"): "名册里没有这个人",
    ("person", "odd_name"): "“{0}”不像人名",
    ("person", "several"): "有同名的，写明哪一个：{0}",
    ("person", "same"): "现在就是{0}",
    ("person", "never_joined"): "没有合并过，不用分开",
    ("name", "several"): "有同名的，写明哪一个：{0}",
    ("mark", "first_unmarked"): "原来的{0}也要先写区分",
    ("mark", "same"): "已有{0}，换一个区分",
    ("mark", "too_long"): "区分超过 {0} 字",
    ("phone", "unreadable"): "办公电话应写区号-号码",
    ("mobile", "unreadable"): "手机号应是 11 位数字",
    ("duty", "taken"): "已由{0}担任，换人请用交接",
    ("duty", "held"): "{0}已经担任",
    ("duty", "vacant"): "现在空缺，不用交接，直接指定",
    ("duty", "other_group"): "组室设联络员，其他单位设信息员",
    ("since", "missing"): "没有写从哪天起",
    ("since", "far_off"): "日期太早或太晚",
    ("since", "before_term"): "要晚于上一任的任职日（{0}）",
    ("since", "term_follows"): "此后已由{0}担任",
    ("since", "before_post"): "{0}此后另有任职",
    ("since", "leaves_vacancy"): "原单位的职责会空缺",
    ("until", "missing"): "没有写到哪天为止",
    ("until", "not_then"): "这一天不在任上",
    ("until", "leaves_vacancy"): "担任的职责会空缺",
    ("until", "before_since"): "任职止早于任职起",
    ("unit", "there_already"): "{0}已在该单位",
    ("unit", "namesake"): "该单位也有{0}，是同一人就合并",
    ("into", "unknown_person"): "没有选与谁合并",
    ("into", "oneself"): "{0}不能与自己合并",
    ("into", "other_name"): "姓名不同：{0}",
    ("into", "coauthors"): "两人同署了 {0}，不是一个人",
    ("reason", "missing"): "要写明原因",
    ("approver", "missing"): "要写明批准人",
}
"""Every phrase that can stand under a field, at most 18 characters without its detail."""


def problem_phrase(problem: Problem) -> str:
    """Return the phrase that stands under the problem's field."""
    return PROBLEM[problem.field, problem.reason].format(problem.detail)


def error_sentence(error: errors.DeskError) -> str:
    """Return the one sentence the clerk reads."""
    special = _SPECIAL.get(type(error))
    arguments = special(error) if special else error.args
    return ERROR[type(error)].format(*map(_word, arguments))


def _word(argument: object) -> object:
    """Write a status, a step or the kind of a form in Chinese; everything else stands for itself."""
    match argument:
        case Status():
            return STATUS[argument]
        case FormKind():
            return FORM_KIND[argument]
        case FormState():
            return FORM_STATE[argument]
        case Step():
            return STEP[argument]
        case tuple():
            return "、".join(str(_word(each)) for each in argument)
    return argument


def _wrong_status(error: errors.DeskError) -> tuple[object, ...]:
    number, status, act = error.args
    return number, status, f"改为“{STATUS[act]}”" if isinstance(act, Status) else act


def _not_fileable(error: errors.DeskError) -> tuple[object, ...]:
    phrases = [problem_phrase(problem) for problem in error.args[0]]
    return ("；".join(phrases),)


def _bad_rules(error: errors.DeskError) -> tuple[object, ...]:
    source, key, fault, detail = error.args
    said = _RULE_FAULT[fault]
    return (source or "（未命名）", key or "全文", f"{said}（{detail}）" if detail else said)


def _failing(error: errors.DeskError) -> tuple[object, ...]:
    from jinshi_desk.wording import failing_phrase

    month, checks = error.args
    return month, "、".join(failing_phrase(check) for check in checks)


_SPECIAL: Mapping[type[errors.DeskError], Callable[[errors.DeskError], tuple[object, ...]]] = {
    errors.NotFileable: _not_fileable,
    errors.BadRules: _bad_rules,
    errors.WrongStatus: _wrong_status,
    errors.OutOfBalance: _failing,
    errors.OpenItems: _failing,
}
