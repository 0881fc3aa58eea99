/* notice_json.h - a notice as JSON, for the command that carries it out of the file. */
#ifndef DUBAN_EXCHANGE_NOTICE_JSON_H
#define DUBAN_EXCHANGE_NOTICE_JSON_H

#include "core/rule/notice.h"

/* The fields of the object, in its order: duban.conf(5) lists them. X(id, name, meaning). */
#define NOTICE_FIELDS(X)                                                                           \
	X(NOTICE_FIELD_ID, "id", N_("number of the notice in the file"))                           \
	X(NOTICE_FIELD_KIND, "kind", N_("urge notice or instruction, as a word for programs"))     \
	X(NOTICE_FIELD_NO, "no", N_("number of the notice among those of its kind in the plan"))   \
	X(NOTICE_FIELD_NAME, "name", N_("how people name it"))                                     \
	X(NOTICE_FIELD_PLAN, "plan", N_("code of the plan"))                                       \
	X(NOTICE_FIELD_PLAN_TITLE, "plan_title", N_("title of the plan"))                          \
	X(NOTICE_FIELD_UNIT, "unit", N_("the unit that it goes to"))                               \
	X(NOTICE_FIELD_LEVEL, "level", N_("how urgent it is: blue, orange, red"))                  \
	X(NOTICE_FIELD_TEXT, "text", N_("the word that goes with it; may be empty"))               \
	X(NOTICE_FIELD_ISSUED_BY, "issued_by", N_("who has issued it"))                            \
	X(NOTICE_FIELD_ISSUED_AT, "issued_at", N_("when, in UTC"))                                 \
	X(NOTICE_FIELD_ANSWER_BY, "answer_by", N_("the day until which the unit answers"))         \
	X(NOTICE_FIELD_ITEMS, "items",                                                             \
	  N_("its lines, each with action, title, why, what, due, days, times, and reason: "       \
	     "a sentence for people"))                                                             \
	X(NOTICE_FIELD_PEOPLE, "people",                                                           \
	  N_("who works for the unit, each with login, name, phone, post"))                        \
	X(NOTICE_FIELD_LOG_ROW, "log_row", N_("number of the newest row of the log"))              \
	X(NOTICE_FIELD_LOG_HEAD, "log_head",                                                       \
	  N_("hash of that row: it proves what was in the file when the notice went "              \
	     "out; \"duban log verify ROW\" prints how it begins"))
struct notice_field {
	const char *name, *meaning; /* msgid */
};
#define NOTICE_FIELD_ENUM(id, name, meaning) id,
enum notice_field_id { NOTICE_FIELDS(NOTICE_FIELD_ENUM) NOTICE_FIELD_COUNT };
extern const struct notice_field notice_fields[NOTICE_FIELD_COUNT];

/* One object in one line: what the notice is, its lines with the reason of each (in the language of
 * the run), the people of the unit with their telephone numbers, and the newest row of the log with
 * its hash, which proves what was in the file. The caller frees it. */
char *notice_json(const struct notice_row *n, const struct notice_item_rows *items,
		  const struct person_rows *people, int64_t log_row, const char *log_head);

#endif
