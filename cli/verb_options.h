/*
 * verb_options.h - the options of all verbs as the table of verbs.h names them, and the rows of
 * options that several verbs take alike.
 */
#ifndef DUBAN_CLI_VERB_OPTIONS_H
#define DUBAN_CLI_VERB_OPTIONS_H

#include "cli/verb_choice.h"
#include "cli/verbs.h"

#include <stddef.h>

/* clang-format off */
#define END { NULL, NULL, NULL, NULL, 0 }
#define UNIT_OPTION(text)  { "unit", "UNIT", text, NULL, OPTION_UNIT }
#define PLAN_OPTION(text)  { "plan", "CODE", text, NULL, 0 }
#define NOTE_OPTION        { "note", "TEXT", N_("a note beside it"), NULL, 0 }

#define VERB_OPTIONS(id, name, sub, operands, options, acts, flags, help) \
	extern const struct verb_option options_##options[];
VERBS(VERB_OPTIONS)
#undef VERB_OPTIONS
/* clang-format on */

#endif
