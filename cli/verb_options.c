/*
 * The options of the verbs for plans, units, people, the office's rules and the file, and the table
 * of verbs.h with all options; those of the reporting cycle are in options_cycle.c.
 */
#include "cli/verb_options.h"

/* clang-format off */
const struct verb_option options_none[] = { END };
const struct verb_option options_plan[] = {
	PLAN_OPTION(N_("of this plan; needed where several are open")),
	END
};
const struct verb_option options_only_plan[] = {
	PLAN_OPTION(N_("only this plan")),
	END
};
const struct verb_option options_note[] = { NOTE_OPTION, END };
const struct verb_option options_reason[] = {
	{ "reason", "TEXT", N_("why; it is kept with the change"), NULL, OPTION_NEEDED },
	END
};
const struct verb_option options_init[] = {
	{ "name", "NAME", N_("your name as others shall read it"), NULL, 0 },
	END
};
const struct verb_option options_list[] = {
	PLAN_OPTION(N_("only this plan, also a closed one")),
	UNIT_OPTION(N_("only this unit")),
	{ "role", "ROLE", N_("only where the unit has this role"), choice_role, 0 },
	{ "lamp", "LAMP", N_("only what shows this lamp"), choice_lamp, 0 },
	{ "vacant", NULL, N_("only tasks of units in which nobody has a post"), NULL, 0 },
	END
};
const struct verb_option options_burden[] = {
	PLAN_OPTION(N_("in a period of this plan; needed where several are open")),
	{ "period", "PERIOD", N_("in which period; the current one when not given"), NULL, 0 },
	{ "from", "DATE", N_("instead: from this day"), NULL, 0 },
	{ "to", "DATE", N_("instead: to this day"), NULL, 0 },
	UNIT_OPTION(N_("only of this unit")),
	END
};
const struct verb_option options_handover[] = {
	{ "dry-run", NULL, N_("only list what is open; nothing is changed"), NULL, 0 },
	END
};
const struct verb_option options_find[] = {
	PLAN_OPTION(N_("only this plan, also a closed one")),
	{ "kind", "KIND", N_("only things of this kind"), choice_search_kind, 0 },
	{ "closed", NULL, N_("closed plans too"), NULL, 0 },
	{ "limit", "N", N_("at most so many rows of each kind"), NULL, 0 },
	END
};
const struct verb_option options_print[] = {
	UNIT_OPTION(N_("the task list of this unit")),
	{ "all", NULL, N_("of every unit, one after the other"), NULL, 0 },
	{ "heat", NULL, N_("the lamps of the plan by unit and section instead of a task list"), NULL, 0 },
	{ "indicators", NULL,
	  N_("the indicators of the plan instead; with --unit only those of its actions"), NULL, 0 },
	PLAN_OPTION(N_("only this plan")),
	{ "output", "FILE", N_("into this file"), NULL, OPTION_PATH },
	{ "force", NULL, N_("even where that file is there already"), NULL, 0 },
	{ "printer", "NAME", N_("to this printer"), NULL, 0 },
	{ "width", "COLUMNS", N_("columns of a line"), NULL, 0 },
	{ "page-lines", "LINES", N_("lines of a page; 0 for one page without end"), NULL, 0 },
	END
};
const struct verb_option options_import[] = {
	{ "code", "CODE", N_("short code of the plan; made from its title when not given"), NULL, 0 },
	{ "yes", NULL, N_("store without asking"), NULL, 0 },
	{ "dry-run", NULL, N_("only show what was read; needs no database"), NULL, 0 },
	{ "strict", NULL, N_("refuse a document with anything doubtful in it"), NULL, 0 },
	{ "merge", NULL, N_("take names that may be one unit as one (as --yes does)"), NULL, 0 },
	{ "no-merge", NULL, N_("keep such names apart"), NULL, 0 },
	{ "update", "CODE", N_("the document is a new edition of this plan: show what is new, changed and gone"),
	  NULL, 0 },
	END
};
const struct verb_option options_assign[] = {
	{ "role", "ROLE", N_("as what"), choice_role, OPTION_NEEDED },
	END
};
const struct verb_option options_period_add[] = {
	PLAN_OPTION(N_("of this plan; needed where several are open")),
	{ "opens", "DATE", N_("its first day for entering"), NULL, 0 },
	{ "due", "DATE", N_("the day reports are due"), NULL, 0 },
	{ "closes", "DATE", N_("the last day for entering"), NULL, 0 },
	END
};
const struct verb_option options_period_allow[] = {
	PLAN_OPTION(N_("of this plan; needed where several are open")),
	{ "until", "DATE", N_("up to and with this day"), NULL, OPTION_NEEDED },
	{ "reason", "TEXT", N_("why; it is kept with the change"), NULL, OPTION_NEEDED },
	END
};
const struct verb_option options_exceptions[] = {
	PLAN_OPTION(N_("only of this plan, also a closed one")),
	UNIT_OPTION(N_("only this unit")),
	END
};
const struct verb_option options_unit_sign[] = {
	{ "off", NULL, N_("let them go out without"), NULL, 0 },
	END
};
const struct verb_option options_calendar_list[] = {
	{ "year", "YEAR", N_("only of this year"), NULL, 0 },
	END
};
const struct verb_option options_calendar_add[] = {
	{ "worked", NULL, N_("the days are worked though their weeks say otherwise"), NULL, 0 },
	{ "name", "NAME", N_("what the holiday is called"), NULL, 0 },
	END
};
const struct verb_option options_calendar_import[] = {
	{ "dry-run", NULL, N_("only show the days that would be brought in"), NULL, 0 },
	END
};
const struct verb_option options_unit_add[] = {
	{ "collective", NULL, N_("it stands for several units"), NULL, 0 },
	END
};
const struct verb_option options_unit_member[] = {
	{ "remove", NULL, N_("it is a member no longer"), NULL, 0 },
	END
};
const struct verb_option options_person_add[] = {
	{ "phone", "NUMBER", N_("telephone"), NULL, 0 },
	END
};
const struct verb_option options_person_post[] = {
	UNIT_OPTION(N_("of this unit; for reporter and approver")),
	{ "end", NULL, N_("end the post"), NULL, 0 },
	END
};
const struct verb_option options_session[] = {
	{ "key", "ID", N_("the number of the key, as key list has it"), NULL, OPTION_NEEDED },
	END
};
const struct verb_option options_log[] = {
	{ "action", "CODE/NO", N_("only what belongs to this action"), NULL, 0 },
	{ "login", "LOGIN", N_("only what this person did"), NULL, 0 },
	{ "limit", "N", N_("at most so many rows; 50 when not given"), NULL, 0 },
	END
};
const struct verb_option options_restore[] = {
	{ "force", NULL, N_("also while somebody works: they write no more, what they were typing is kept"), NULL,
	  0 },
	END
};
const struct verb_option options_check[] = {
	{ "renew", NULL,
	  N_("take what another program has written into the file as it is, when the rest is whole"),
	  NULL, 0 },
	{ "yes", NULL, N_("with --renew: without asking"), NULL, 0 },
	END
};
const struct verb_option options_access[] = {
	{ "login", "LOGIN", N_("only of this person"), NULL, 0 },
	{ "limit", "N", N_("at most so many rows; 50 when not given"), NULL, 0 },
	END
};

/* --format of verbs that list. */
const struct verb_option verb_list_options[] = {
	{ "format", "FORMAT", N_("how rows are printed"), choice_table_format, 0 },
	END
};

const struct verb_option verb_common_options[] = {
	{ "db", "FILE", N_("the database file; else DUBAN_DB, else the configuration"), NULL,
	  OPTION_PATH },
	{ "config", "FILE", N_("this configuration file and no other; else DUBAN_CONFIG"), NULL,
	  OPTION_PATH },
	{ "as", "LOGIN", N_("act as this person; only for the owner of the database file"), NULL,
	  OPTION_HERE },
	{ "post", "ROLE[:UNIT]", N_("act by this one of your posts"), NULL, 0 },
	{ "language", "LANGUAGE", N_("en or zh_CN; else DUBAN_LANGUAGE, the configuration, the locale"),
	  NULL, 0 },
	{ "help", NULL, N_("explain the verb"), NULL, 0 },
	{ "version", NULL, N_("print the version"), NULL, 0 },
	END
};

#define VERB_ROW(id, name, sub, operands, options, acts, flags, help) \
	{ name, sub, operands, options_##options, acts, flags, help, verb_##id },
const struct verb verbs[] = { VERBS(VERB_ROW) };
/* clang-format on */
const int nverbs = sizeof verbs / sizeof verbs[0];
