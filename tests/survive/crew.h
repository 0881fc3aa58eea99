/* crew.h - several processes at one file, as people are at one server. Each tells through a pipe
 * what was acknowledged to it, a byte each, so that it is known although the process is killed. */
#ifndef DUBAN_TESTS_CREW_H
#define DUBAN_TESTS_CREW_H

#include "tests/db/fixture.h"

#include <sys/types.h>

enum hand_word { HAND_READ, HAND_STORED, HAND_REFUSED, HAND_WORDS };

/* One of the processes, with a connection of its own. */
struct hand {
	struct store *s;
	struct arena a;
	struct err e;
	int number, tell;
};

void hand_tell(struct hand *h, enum hand_word word);

enum { CREW_MOST = 1024 };
struct crew {
	long long told[HAND_WORDS];
	int stored[CREW_MOST]; /* by each */
	int nfailed;
};

/* Starts a process that opens the file and works; the status of its end is whether work() gave 0.
 * *in is the end of the pipe to hear it by. */
typedef int hand_work(struct hand *h);
pid_t hand_start(const char *path, int number, hand_work *work, int *in);
/* n of them at once at the file of the fixture, until all have ended. */
void crew_run(struct crew *c, struct fixture *f, int n, hand_work *work);

/* The file of the fixture is whole in every way that it can be proved. */
void crew_expect_whole(struct fixture *f);

#endif
