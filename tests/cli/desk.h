/*
 * desk.h - the program as its users meet it: a fresh database with a small plan of an invented
 * district, a period that is open, and two liaison officers. The day is 2021-11-21.
 *
 *	plan yx2021   1  健康讲堂行动   ★区卫生健康局、区教育局; 400 lectures to be held
 *	              2  护眼行动       ★区教育局、区科协
 *	              3  净水行动       ★区水务局
 *	people        the one who runs the tests (office), jiaoyu (区教育局), shuiwu (区水务局)
 */
#ifndef DUBAN_TESTS_DESK_H
#define DUBAN_TESTS_DESK_H

#include "tests/support/run.h"
#include "tests/support/tmp.h"

enum { DESK_ENV = 8 };

struct desk {
	struct tmp tmp;
	char *db, *plan;	   /* paths: of the database, of the plan's document */
	const char *env[DESK_ENV]; /* ends in NULL */
	char *env_db;
	struct run r; /* of the last call */
};

/* A folder and the environment; no database yet. */
void desk_make(struct desk *d);
/* With the database as told above. */
void desk_open(struct desk *d);
void desk_close(struct desk *d);

/* Makes a folder below the fixture's, and those above it. */
void desk_folder(const struct desk *d, const char *path);

/* Runs duban with these words; the exit status, d->r has what it said. */
int desk_say(struct desk *d, ...) __attribute__((sentinel));
/* As desk_say(), failing the test when the status is not 0. Returns what it printed. */
const char *desk_must(struct desk *d, ...) __attribute__((sentinel));
/* All that a change would change, as text: the log and the lists. The caller frees it. */
char *desk_dump(struct desk *d);

#endif
