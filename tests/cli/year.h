/*
 * year.h - a year of a plan as a table: on which day who says which verb, and what the program says
 * to it. The real program is run for every line, with its clock on that day; nothing is known to
 * the test but what the program prints. A plan needs 18 actions with one lead each.
 *
 * Who: "owner" of the file, "office", "office2", "leader" or any other login; or the liaison
 * officer of a unit: "L7" is the unit that leads the seventh action, "C7.4" the fourth that
 * cooperates in it.
 * "*units", "*parts" and "*leads" stand for every unit, every unit in every of its actions, every
 * lead in its action, "*C7.4" for that unit in every of its actions; each is said by its officer,
 * or by who stands before the "*". What follows is left out: "*parts -5.2 -11" (11: its lead),
 * "*units -C5.2".
 *
 * "?" looks up a number to keep: its words are "LIST | COLUMN=VALUE … | COLUMN".
 *
 * Words are parted by blanks; in quotation marks ('end later') they are one. In them {7} is the
 * seventh action, {L7} and {C7.4} are units, {@L7} is the login of its officer, {a} and {u} the
 * action and the unit of a part, {N} the action's place in the plan ({N+18}: so many more), {x} the
 * number that was kept as x.
 */
#ifndef DUBAN_TESTS_YEAR_H
#define DUBAN_TESTS_YEAR_H

#include "core/mem.h"
#include "tests/support/run.h"
#include "tests/support/tmp.h"

#include <stdbool.h>

enum { YEAR_ACTIONS = 18, YEAR_WORDS = 48 };

struct event {
	const char *day; /* "2021-03-01", also with an hour: "2021-03-01T09:00"; NULL: as before */
	const char *who;
	const char *words;
	int status;	  /* exit status that is expected */
	const char *says; /* found in what was printed; NULL: anything */
	const char *keep; /* keeps the first number that was printed by this name; or NULL */
};

struct year_unit {
	const char *name;
	const char *login; /* of who reports for it now */
};
struct year_part {
	int action,
		place;	  /* from 1; place 0: the lead, else the place among those that cooperate */
	const char *name; /* of the action: "yx2021/3" */
	size_t unit;
};
struct year_number {
	const char *name, *value;
};

struct year {
	struct arena a;
	struct tmp tmp;
	char *db;
	const char *day;
	struct run r; /* of the last call */
	long ncalls;
	VEC(struct year_unit) units;
	VEC(struct year_part) parts;
	VEC(struct year_number) kept;
};

/* A fresh file with a plan and everybody at their desks: the office with two people, a leader, an
 * officer for each unit. */
void year_begin(struct year *y, const char *document, const char *day);
void year_end(struct year *y);
/* Plays the lines; each that does not go as it says fails the test, with its place in the table. */
void year_play(struct year *y, const struct event *events, size_t n);
#define YEAR_PLAY(y, events) year_play((y), (events), sizeof(events) / sizeof((events)[0]))

/* One call; what it printed. It must succeed. */
const char *year_say(struct year *y, const char *who, const char *words);
/* The parts as `list` has them now, and an officer for a unit that is new: after an assignment has
 * changed. */
void year_read_parts(struct year *y);
/* Another officer reports for that unit from now on. */
void year_replace(struct year *y, const char *unit, const char *login);
/* The part in this action and place; fails the test when there is none. */
const struct year_part *year_part(const struct year *y, int action, int place);
/* {name} stands for the value from now on. */
void year_keep(struct year *y, const char *name, const char *value);

/* Says the words for every row of a list that is like this, {id} being its ID. */
void year_for_each(struct year *y, const char *list, const char *where, const char *who,
		   const char *words);
/* How many rows of a list (words with "--format tsv" added) have these values: "state=closed
 * role=lead"; "" counts all. */
size_t year_count(struct year *y, const char *words, const char *where);
/* The cell of the only row of a list that is like this. */
const char *year_cell(struct year *y, const char *words, const char *where, const char *column);

/* Between the files of the player */

/* The words of a line, YEAR_WORDS at most with the NULL at their end; how many. */
size_t year_split(struct year *y, const char *text, const char **words);
/* A word with its braces filled. */
const char *year_fill(struct year *y, const char *word, const struct year_part *part);
/* The table of the year itself is wrong: fails the test. */
void year_stop(const char *fmt, ...) __attribute__((format(printf, 1, 2), noreturn));

#endif
