/*
 * policy.h - the rules that the coordinating office sets for everybody who works on one file: when
 * a lamp turns yellow, when periods are due, how often a unit may be urged. One table, from which
 * come the checks, `duban policy`, the form of the terminal interface and duban(1). What a machine
 * or a person wants for itself stands in the configuration instead.
 */
#ifndef DUBAN_CORE_POLICY_H
#define DUBAN_CORE_POLICY_H

#include "core/rule/file_rule.h"
#include "core/rule/lamp.h"
#include "core/rule/period_rule.h"

enum policy_type { POLICY_NUMBER, POLICY_RULE, POLICY_FILES };

/* id, name, type, default, least, most, label, help */
#define POLICIES(X)                                                                                \
	X(POLICY_LAMP_SOON, "lamp.soon", POLICY_NUMBER, "5", 0, 250, N_("yellow before a date"),   \
	  N_("A lamp is yellow when something is due within so many working days."))               \
	X(POLICY_LAMP_BEHIND, "lamp.behind", POLICY_NUMBER, "20", 0, 100,                          \
	  N_("yellow when behind by"),                                                             \
	  N_("A lamp is yellow when the percentage is behind the share of the year that has "      \
	     "passed by more than so many points."))                                               \
	X(POLICY_OPENS, "period.opens", POLICY_RULE, "start", 0, 0, N_("periods open"),            \
	  N_("From when on units report for a period."))                                           \
	X(POLICY_DUE_MONTH, "period.due.month", POLICY_RULE, "end later", 0, 0,                    \
	  N_("months are due"), N_("Until when reports of a month are in time."))                  \
	X(POLICY_DUE_QUARTER, "period.due.quarter", POLICY_RULE, "end later", 0, 0,                \
	  N_("quarters are due"), N_("Until when reports of a quarter are in time."))              \
	X(POLICY_DUE_HALF, "period.due.half", POLICY_RULE, "end later", 0, 0,                      \
	  N_("half-years are due"), N_("Until when reports of a half-year are in time."))          \
	X(POLICY_DUE_YEAR, "period.due.year", POLICY_RULE, "end later", 0, 0, N_("years are due"), \
	  N_("Until when reports of a year are in time."))                                         \
	X(POLICY_CLOSES, "period.closes", POLICY_RULE, "due+10", 0, 0, N_("periods close"),        \
	  N_("Until when reports are taken at all."))                                              \
	X(POLICY_NO_CHANGE, "report.no-change", POLICY_NUMBER, "2", 1, 12,                         \
	  N_("\"no change\" in a row"),                                                            \
	  N_("So many periods in a row without a change are pointed out to the unit and to the "   \
	     "office."))                                                                           \
	X(POLICY_RETURNS, "report.returns", POLICY_NUMBER, "2", 1, 12, N_("red after returns"),    \
	  N_("A report that was returned so many times makes the lamp red."))                      \
	X(POLICY_URGE_CAP, "urge.cap", POLICY_NUMBER, "2", 1, 100, N_("urge notices at most"),     \
	  N_("So many urge notices does one unit get within the days below."))                     \
	X(POLICY_URGE_DAYS, "urge.days", POLICY_NUMBER, "7", 1, 365, N_("within days"),            \
	  N_("The days over which urge notices are counted."))                                     \
	X(POLICY_URGE_ANSWER, "urge.answer", POLICY_NUMBER, "3", 1, 60, N_("to be answered in"),   \
	  N_("Working days in which a notice is to be answered."))                                 \
	X(POLICY_LEVEL_ORANGE, "urge.orange", POLICY_NUMBER, "5", 1, 365, N_("orange from"),       \
	  N_("A notice is orange when something in it is so many working days late, or was urged " \
	     "once before."))                                                                      \
	X(POLICY_LEVEL_RED, "urge.red", POLICY_NUMBER, "15", 1, 365, N_("red from"),               \
	  N_("A notice is red when something in it is so many working days late, or was urged "    \
	     "twice before."))                                                                     \
	X(POLICY_ACCESS_MONTHS, "access.months", POLICY_NUMBER, "12", 6, 120,                      \
	  N_("months that access is kept"),                                                        \
	  N_("Log-ins, refused acts and exports are kept for so many months of 31 days each, "     \
	     "and up to a month longer."))                                                         \
	X(POLICY_FILE_SIZE, "evidence.size", POLICY_NUMBER, "20", 1, 1024, N_("a file at most"),   \
	  N_("So many MB may a file of evidence have."))                                           \
	X(POLICY_FILE_UNIT, "evidence.unit", POLICY_NUMBER, "2048", 1, 99999,                      \
	  N_("files of a unit at most"),                                                           \
	  N_("So many MB may the files of evidence of one unit have together."))                   \
	X(POLICY_FILE_TYPES, "evidence.types", POLICY_FILES, "pdf image office text", 0, 0,        \
	  N_("files that are taken"),                                                              \
	  N_("Which files of evidence are taken: words out of pdf, image, office, text, archive, " \
	     "media, other."))

#define POLICY_ENUM(id, ...) id,
enum policy_id { POLICIES(POLICY_ENUM) POLICY_COUNT };

struct policy_option {
	const char *name;
	enum policy_type type;
	const char *fallback;	  /* default, as text */
	int least, most;	  /* of numbers */
	const char *label, *help; /* N_() */
};
extern const struct policy_option policy_options[POLICY_COUNT];

/* What is set: texts that policy_read() has made; NULL stands for the default. Borrowed. */
struct policy {
	const char *text[POLICY_COUNT];
};

/* By name; POLICY_COUNT when none is called so. */
enum policy_id policy_find(const char *name);
/* Checks a value and gives it as it is kept (arena); "" gives the default. The error's field is the
 * option's name. */
int policy_read(struct arena *a, enum policy_id id, const char *text, const char **value,
		struct err *e);
const char *policy_text(const struct policy *p, enum policy_id id);
/* In words what a value says that is not a number; "" of numbers. In the arena. */
const char *policy_meaning(struct arena *a, const struct policy *p, enum policy_id id);
int policy_number(const struct policy *p, enum policy_id id);
/* The rules for periods of a kind. */
struct period_rules policy_periods(const struct policy *p, enum period_kind kind);
/* What files of evidence go by. Borrows from *p. */
struct file_limits policy_files(const struct policy *p);
/* What lamps go by, over a calendar (NULL: weeks alone). */
struct lamp_rules policy_lamps(const struct policy *p, const struct calendar *c);

#endif
