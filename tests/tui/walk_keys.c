/* The table of what keys ask for. */
#include "tests/tui/walk_acts.h"

#define BY(act) (1u << ACT_##act)
#define ALWAYS(act, acts)                                                                          \
	{                                                                                          \
		DO_##act, acts, true, true                                                         \
	}
#define OFFERED(act, acts)                                                                         \
	{                                                                                          \
		DO_##act, acts, false, false                                                       \
	}
/* It shows something, or opens a menu whose entries have rows of their own. */
#define READS(act)                                                                                 \
	{                                                                                          \
		DO_##act, 0, false, false                                                          \
	}

static const struct walk_key keys[] = {
	ALWAYS(REPORT_NEW, BY(REPORT)),
	{DO_REPORT_NO_CHANGE, BY(REPORT), true, false},
	ALWAYS(EVIDENCE_NEW, BY(EVIDENCE)),
	ALWAYS(ASK, BY(REQUEST)),
	ALWAYS(UNDO, BY(REPORT)),
	OFFERED(DOUBT_TAKE, BY(IMPORT)),
	OFFERED(DOUBT_LEAVE, BY(IMPORT)),
	OFFERED(STEP_UNDO, BY(IMPORT)),
	OFFERED(STEP_REDO, BY(IMPORT)),
	OFFERED(STORE, BY(IMPORT)),
	OFFERED(WAITING, BY(REVIEW) | BY(SIGN)),
	OFFERED(SEVERAL, BY(REVIEW)),
	OFFERED(OWN_TEXT, BY(REPORT)),
	OFFERED(MARK, BY(REVIEW)),
	OFFERED(ACCEPT_MARKED, BY(REVIEW)),
	OFFERED(MARK_ALL, BY(REVIEW)),
	OFFERED(RECEIVE_ALL, BY(RECEIVE)),
	OFFERED(HAND_OVER, BY(PERSON)),
	READS(CAME_IN),
	READS(MILESTONES),
	READS(EVIDENCE),
	READS(CLAUSE),
	READS(NEXT_DUE),
	READS(PRINT),
	READS(ADD),	/* the screen says what of; tried, it is not refused */
	READS(ADD_ROW), /* the same */
	READS(EDIT),	/* the same */
	READS(BY_ROLE),
	READS(BY_LAMP),
	READS(SEARCH_WHERE),
	READS(DOCUMENT),
	READS(OPEN),
	READS(FILTER),
	READS(LIST_MENU),
	READS(SORT),
	READS(SORT_REVERSE),
	READS(FACE_NEXT),
	READS(FACE_PREV),
	READS(PRINT_MENU),
	READS(DECIDE),
	READS(NEXT_WAITING),
	READS(COMPARE),
	READS(READ),
	READS(REQUEST_MENU),
};

const struct walk_key *walk_key_of(enum action a)
{
	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
		if (keys[i].act == a)
			return &keys[i];
	return NULL;
}
