"""The Chinese names that approval forms are told with: their kinds, steps, rulings and states."""

from collections.abc import Mapping

from jinshi_desk.domain.approval_forms import AttachmentRole, FileKind, FormState
from jinshi_desk.domain.approvals import FormKind, Ruling, Step

FORM_KIND: Mapping[FormKind, str] = {
    FormKind.A: "报送审批表",
    FormKind.B: "部机关发布审批表",
    FormKind.C: "三审表",
}
STEP: Mapping[Step, str] = {
    Step.INFO_OFFICER: "信息员核对",
    Step.SECRECY_CHECK: "保密审查",
    Step.SUPERVISING_LEADER: "分管领导审核",
    Step.UNIT_HEAD: "主要负责人签发",
    Step.RECEPTION: "研究室接收",
    Step.OFFICE_HEAD: "组室负责人",
    Step.RESEARCH_OFFICE: "研究室核稿",
    Step.DEPARTMENT_HEAD: "部主要领导",
    Step.FIRST_REVIEW: "编审",
    Step.SECOND_REVIEW: "复审",
    Step.FINAL_REVIEW: "终审",
}
RULING: Mapping[Ruling, str] = {
    Ruling.PASSED: "通过",
    Ruling.RETURNED: "退回修改",
    Ruling.REJECTED: "不采用",
    Ruling.KEPT: "留用",
}
FORM_STATE: Mapping[FormState, str] = {
    FormState.DRAFT: "草稿",
    FormState.OUT: "待签回",
    FormState.SIGNING: "签批中",
    FormState.KEPT: "留用",
    FormState.RETURNED: "退回修改",
    FormState.REJECTED: "不采用",
    FormState.CHANGED: "改后重审",
    FormState.SIGNED: "已签齐",
    FormState.RELEASED: "已发出",
    FormState.VOID: "已作废",
}
ATTACHMENT_ROLE: Mapping[AttachmentRole, str] = {
    AttachmentRole.SIGNED: "签批件",
    AttachmentRole.PICTURE: "稿件图片",
}
FILE_KIND: Mapping[FileKind, str] = {
    FileKind.PNG: "PNG",
    FileKind.JPEG: "JPEG",
    FileKind.PDF: "PDF",
}
