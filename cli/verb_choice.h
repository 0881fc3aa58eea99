/*
 * verb_choice.h - the choices of options (verb_options.c): the i-th word for programs, or its label
 * for people, translated; NULL behind the last.
 */
#ifndef DUBAN_CLI_VERB_CHOICE_H
#define DUBAN_CLI_VERB_CHOICE_H

#include <stdbool.h>

const char *choice_role(int i, bool label);
const char *choice_lamp(int i, bool label);
const char *choice_evidence_kind(int i, bool label);
const char *choice_search_kind(int i, bool label);
const char *choice_notice_kind(int i, bool label);
const char *choice_notice_level(int i, bool label);
const char *choice_case_state(int i, bool label);
const char *choice_table_format(int i, bool label);
const char *choice_contest_about(int i, bool label);
const char *choice_request_kind(int i, bool label);

#endif
