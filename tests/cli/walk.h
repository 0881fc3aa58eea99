/*
 * walk.h - a file with something of everything, thrice: of the unit whose people walk, of a unit
 * that works with it on the same actions, and of one that has nothing to do with it. People with
 * every post, each with a key; what they say comes through `duban session --key ID`.
 *
 *	{A}  action that nobody has done anything about, {B} with a report that was handed in and
 *	     things that wait, {C} with an accepted report, {D} closed out
 *
 * Everything of a side has its sign in its texts (walk_sides), so that a list tells whose it shows.
 */
#ifndef DUBAN_TESTS_WALK_H
#define DUBAN_TESTS_WALK_H

#include "core/mem.h"
#include "core/rule/may.h"
#include "tests/cli/desk.h"

#include <stdint.h>

enum walk_side { SIDE_OWN, SIDE_SHARED, SIDE_FOREIGN, SIDE_COUNT };

struct walk_side_row {
	const char *word, *unit, *login, *sign;
};
extern const struct walk_side_row walk_sides[SIDE_COUNT];

/* Who walks. */
enum { WALKER_POSTS = 3, WALKERS = 11 };
struct walker {
	const char *login;
	struct {
		enum post_role role;
		const char *unit; /* or NULL */
	} posts[WALKER_POSTS];
	int nposts;
	const char *active; /* of --post: the first of the posts alone counts; NULL: all do */
};
extern const struct walker walkers[WALKERS];

enum { WALK_THINGS = 16 };

struct walk {
	struct desk d;
	struct arena a;
	char *bytes; /* of the file as it was prepared */
	size_t nbytes;
	uint64_t sum; /* walk_sum() of it */
	/* as the file numbers them */
	int64_t units[SIDE_COUNT], officers[SIDE_COUNT], things[SIDE_COUNT][WALK_THINGS];
	int64_t people[WALKERS], keys[WALKERS];
	bool is_ready;
	struct post_row posts[WALKER_POSTS];
};

void walk_begin(struct walk *w);
void walk_end(struct walk *w);
/* The file as it was prepared. */
void walk_put_back(struct walk *w);

/* "report {A} --unit {unit}" with the things of a side. */
const char *walk_fill(struct walk *w, const char *words, enum walk_side side);
/* Sends it by the walker's key; the exit status, w->d.r has what was said. */
int walk_send(struct walk *w, const struct walker *who, const char *line, const char *input);

/* The walker for may(). */
struct actor walk_actor(struct walk *w, const struct walker *who);

/* A number for all rows of all tables but those of log-ins and refusals. */
uint64_t walk_sum(struct walk *w);
/* The first column of the first row; the number, -1 when there is none. */
int64_t walk_number(struct walk *w, const char *sql);
const char *walk_text(struct walk *w, const char *sql);

#endif
