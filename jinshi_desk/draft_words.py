"""The Chinese names that a list of drafts is written with; the rules have no part in them."""

from collections.abc import Mapping

from jinshi_desk.domain.draft_kinds import Category, Form, Level, Source, Status

CATEGORY: Mapping[Category, str] = {
    Category.NEWS: "动态信息",
    Category.ESSAY: "真言文章",
    Category.EXPERIENCE: "经验材料",
    Category.RESEARCH: "调研",
}
FORM: Mapping[Form, str] = {
    Form.TEXT: "文字",
    Form.PHOTO: "图片新闻",
    Form.BRIEF: "简讯",
    Form.SHORT_VIDEO: "短视频",
    Form.FEATURE_VIDEO: "专题片",
}
SOURCE: Mapping[Source, str] = {
    Source.ORIGINAL: "原创",
    Source.COMMISSIONED: "约稿",
    Source.REPRINT: "转载",
}
STATUS: Mapping[Status, str] = {
    Status.RECEIVED: "收稿",
    Status.RETURNED: "退回修改",
    Status.REJECTED: "不予采纳",
    Status.ACCEPTED: "有效",
    Status.IN_REVIEW: "审核中",
    Status.APPROVED: "可发",
    Status.DISPATCHED: "已发布",
    Status.ARCHIVED: "归档",
    Status.WITHDRAWN: "已撤稿",
    Status.VOID: "已作废",
}
LEVEL: Mapping[Level, str] = {
    Level.COUNTY: "本级",
    Level.PREFECTURE: "市级",
    Level.PROVINCE: "省级",
    Level.NATIONAL: "国家级",
}
LEVEL_WITH_PLACE: Mapping[Level, str] = {
    Level.COUNTY: "本级（津市）",
    Level.PREFECTURE: "市级（常德）",
    Level.PROVINCE: "省级",
    Level.NATIONAL: "国家级",
}
