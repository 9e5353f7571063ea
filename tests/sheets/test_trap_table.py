"""Every row of the office's table of traps (§7) and every sentence of its small print (§7.1) has a test."""

import ast
from pathlib import Path

import pytest

from jinshi_desk.domain.registers import QUESTION_KINDS, SKIP_REASONS
from jinshi_desk.sheet_words import FLAG, SKIP_REASON

TESTS = Path(__file__).parents[1]
FILES = (
    *sorted((TESTS / "sheets").glob("test_*.py")),
    *(TESTS / "domain" / f"test_{name}.py" for name in ("dates", "matching")),
    *sorted((TESTS / "services").glob("test_*.py")),
)

TRAPS = {
    "title and sub-title rows above the header": "a_header_may_stand_below_titles"
    " a_period_is_read_from_titles_and_names",
    "header: three synonyms, first fifteen rows": "two_known_headings_are_no_header"
    " a_header_below_the_fifteenth_row_is_not_sought a_unit_of_measure_in_a_heading_is_no_matter",
    "two-level headers joined": "two_levels_are_joined",
    "信息员 only if no other author column": "a_correspondent_is_the_author_only_where_no_other_is_named",
    "several tables on one sheet": "a_second_table_with_other_columns_is_read_by_its_own_header"
    " two_tables_beside_each_other_are_both_read months_beside_each_other_share_the_unit",
    "unit column merged": "a_merged_unit_fills_down_inside_the_merge_only",
    "repeated header": "a_row_that_is_no_draft_is_skipped_with_its_reason"
    " a_header_said_again_is_no_other_table",
    "sums, footers, notes": "a_row_that_is_no_draft_is_skipped_with_its_reason"
    " a_sum_is_compared_with_the_rows_read a_sum_may_state_its_count_in_another_cell",
    "zero report": "a_zero_report_keeps_its_unit a_title_of_nothing_beside_an_author_is_asked_not_skipped",
    "hidden rows, columns, sheets": "a_hidden_row_is_asked_and_stays_out_by_default"
    " a_row_of_no_height_is_hidden"
    " a_hidden_column_with_data_blocks_the_sheet_until_decided"
    " a_hidden_sheet_is_named_and_read_only_when_ticked",
    "dates": "a_day_is_read_however_it_is_written an_impossible_day_is_red a_doubtful_day_is_asked"
    " the_workbook_may_count_days_from_1904 a_month_counts_as_its_last_day",
    "6.3 as a number": "a_lost_zero_is_asked_unless_the_display_settles_it"
    " the_display_format_settles_a_lost_zero",
    "units": "a_unit_is_known_however_it_is_written an_old_name_is_noted"
    " what_means_no_unit_or_several_is_not_guessed an_unknown_unit_is_created_with_one_answer"
    " one_answer_serves_every_row_with_an_unknown_unit",
    "several units": "a_joint_submission_names_its_lead_first"
    " the_unknown_one_of_several_units_is_asked_and_put_in_its_place",
    "authors": "a_byline_is_taken_apart_into_names roles_tell_authors_from_reporters"
    " and_others_means_that_names_are_missing",
    "outlets": "every_outlet_of_a_cell_is_known an_outlet_is_not_guessed_from_part_of_a_name"
    " outlets_and_days_find_each_other a_mention_carries_its_date_and_page",
    "category": "a_category_is_known_by_its_other_names",
    "numbers as text": "a_word_count_is_read_as_written",
    "same title twice": "the_same_title_from_the_same_unit_is_one_question"
    " a_title_merged_over_two_rows_is_one_draft_with_two_adoptions",
    "formula cells": "a_formula_without_value_is_amber",
    ".xls, .et, .csv by content": "a_workbook_is_known_whatever_its_name"
    " a_text_file_is_read_in_either_encoding a_password_is_said_to_be_one"
    " a_password_of_an_old_workbook_is_said_to_be_one"
    " a_file_of_wps_that_is_no_old_workbook_is_said_to_be_saved_otherwise"
    " merges_formats_and_hidden_rows_of_an_old_workbook_count",
    "output workbooks": "cells_keep_their_types text_never_becomes_a_formula_a_number_or_an_error"
    " the_page_repeats_its_headings_and_fits_its_width units_and_categories_are_chosen_from_lists",
    "nothing dropped in silence": "read_is_imported_and_skipped_and_undecided"
    " columns_that_are_not_read_are_named"
    " every_layout_accounts_for_every_filled_row",
    # §7.1
    "green, green with a note, amber, red": "an_alias_is_a_green_cell_with_a_note"
    " a_formula_without_value_is_amber"
    " one_answer_serves_every_row_with_an_unknown_unit",
    "a sheet without a unit column": "one_answer_names_the_unit_of_a_sheet_without_unit_column"
    " tables_of_several_units_each_take_the_unit_of_their_title",
    "future is judged against the register's period": "a_day_without_year_is_never_far_in_the_future",
    "day and month both at most 12": "a_doubtful_day_is_asked",
    "text is as written, in .csv it asks": "a_lost_zero_is_asked_where_all_is_text"
    " a_text_file_is_read_in_either_encoding",
    "whole cell first": "known_names_are_never_taken_apart a_joint_submission_names_its_lead_first",
    "no one-character authors": "a_single_character_is_never_an_author a_single_character_for_an_author_asks",
    "longest alias first": "every_outlet_of_a_cell_is_known an_outlet_is_not_guessed_from_part_of_a_name",
    "a total row equals its word": "a_title_may_begin_like_a_sum_or_like_nothing",
    "one date serves all outlets; none is red": "outlets_and_days_find_each_other"
    " a_doubtful_adoption_is_asked",
    "inner spaces in names": "what_was_put_right_is_noted",
    "an unknown category asks": "an_unknown_category_asks",
    "a hidden column that holds data": "a_hidden_column_with_data_blocks_the_sheet_until_decided"
    " an_empty_hidden_column_is_nobodys_business",
    "duplicates use one question": "a_draft_that_the_register_has_is_asked"
    " the_same_title_from_the_same_unit_is_one_question",
    "头版 and 头条": "page_link_mode_and_headline_go_with_the_adoption",
    "levels are a note, never a change": "a_level_that_is_not_the_outlets_is_a_note_never_a_change",
}
"""Each row by what it is about, with the tests that hold it."""


def _functions(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("trap", TRAPS)
def test_a_trap_has_its_tests(trap: str) -> None:
    there = set().union(*map(_functions, FILES))
    assert [name for name in TRAPS[trap].split() if f"test_{name}" not in there] == []


@pytest.mark.parametrize("mark", sorted(QUESTION_KINDS | SKIP_REASONS))
def test_every_question_and_every_reason_to_skip_is_met_by_a_test(mark: str) -> None:
    met = {mark, {**FLAG, **SKIP_REASON}[mark]}  # by its name, or by what the clerk reads
    texts = [file.read_text(encoding="utf-8") for file in FILES if file != Path(__file__)]
    assert any(words in text for words in met for text in texts)
