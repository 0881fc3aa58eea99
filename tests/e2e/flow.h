/*
 * flow.h - what people do with the program from one end to the other, told once as a table of steps
 * and played in every way that is promised: in both languages, with arrows, Enter, Esc, Tab and
 * digits alone (a letter is then refused everywhere but in the text of a field), with letters, and
 * with the full-width characters of an input method in the place of keys.
 *
 *	static const struct step steps[] = {
 *		{SIT, "jiaoyu"},
 *		{SEE, "What I owe"},		 text as in the sources, translated to look for it
 *		{PRESS, "Enter 2", "e"},	 without letters, and with them
 *		{FIELD, "percent"},
 *		{TYPE, "45"},
 *		{TOLD, "list --format tsv", "\tsubmitted\t45"},
 *	};
 *	FLOW(a_report, room_open, steps)
 */
#ifndef DUBAN_TESTS_FLOW_H
#define DUBAN_TESTS_FLOW_H

#include "tests/e2e/room.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

enum flow_verb {
	SIT,	/* that login (OFFICE: who runs the tests) at a terminal of their own; who sat there
		 * before has gone */
	COME,	/* likewise, through `duban session` with the key of that number, as over SSH */
	SEE,	/* it stands on the screen, in one row; of a msgid with conversions the words
		 * between them, `with` (or NULL) in place of the first */
	GONE,	/* it stands there no more */
	MARKED, /* the row under the cursor has it; Down until it has */
	PRESS,	/* keys by their names; `with`: what those press who like letters */
	DENIED, /* keys by their names, whatever they are: nothing is written; `with`: what is said
		 */
	CHOOSE, /* the entry of a menu with this text, by its digit; `with` as for PRESS */
	FIELD,	/* Tab to the field or button with this label */
	TYPE,	/* into a field; figures full-width where that is tried */
	PASTE,	/* into a field */
	RESIZE, /* "ROWS COLS" */
	TOLD,	/* what this verb of the program prints has `with` in it, and had it not before the
		 * last key */
	WRITTEN /* the file of that name in the room has `with` in it */
};
#define OFFICE ""

struct step {
	enum flow_verb verb;
	const char *text, *with;
};

enum flow_way {
	FLOW_ENGLISH,
	FLOW_CHINESE,
	FLOW_LETTERS,	 /* English */
	FLOW_FULL_WIDTH, /* Chinese; letters too */
	FLOW_WAYS
};

/* In a room made by `open`. */
void flow_play(enum flow_way way, void (*open)(struct room *r), const struct step *steps, size_t n);
struct criterion_test_params flow_ways(void);

#define FLOW(name, open, steps)                                                                    \
	ParameterizedTestParameters(flow, name)                                                    \
	{                                                                                          \
		return flow_ways();                                                                \
	}                                                                                          \
	ParameterizedTest(enum flow_way *way, flow, name)                                          \
	{                                                                                          \
		flow_play(*way, open, steps, sizeof(steps) / sizeof(steps)[0]);                    \
	}

#endif
