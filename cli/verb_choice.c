/* The words of closed sets of the model as what an option of a verb may be given. */
#include "cli/verb_choice.h"

#include "core/words.h"
#include "print/table.h"

/* The words of a closed set of the model as the choices of an option. */
#define CHOICE(set, count)                                                                         \
	const char *choice_##set(int i, bool label)                                                \
	{                                                                                          \
		if (i >= (int)(count))                                                             \
			return NULL;                                                               \
		return label ? set##_label((unsigned)i) : set##_word((unsigned)i);                 \
	}
/* Formats are words of programs alone. */
#define table_format_label table_format_word
CHOICE(role, ROLE_COUNT)
CHOICE(lamp, LAMP_COUNT)
CHOICE(evidence_kind, EVIDENCE_KIND_COUNT)
CHOICE(search_kind, SEARCH_KIND_COUNT)
CHOICE(notice_kind, NOTICE_KIND_COUNT)
CHOICE(notice_level, NOTICE_LEVEL_COUNT)
CHOICE(case_state, CASE_STATE_COUNT)
CHOICE(table_format, TABLE_FORMAT_COUNT)
CHOICE(contest_about, CONTEST_ABOUT_COUNT)

/* The kinds of requests; "none" is not one. */
const char *choice_request_kind(int i, bool label)
{
	if (++i >= REQUEST_KIND_COUNT)
		return NULL;
	return label ? request_kind_label((unsigned)i) : request_kind_word((unsigned)i);
}
