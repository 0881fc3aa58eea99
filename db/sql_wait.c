/* The pauses between two tries for a lock, which is mostly held for little more than a fsync takes.
 * They hardly grow: who has waited for long would else ask more seldom than who just comes, and be
 * passed by again and again. */
#include "db/sql_wait.h"

#include <time.h>

static int64_t now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static int pause_ms(int waited_ms, int most_ms)
{
	enum { LEAST_MS = 1, MOST_MS = 4 };
	int ms = waited_ms / 8, left = most_ms - waited_ms;

	if (ms < LEAST_MS)
		ms = LEAST_MS;
	if (ms > MOST_MS)
		ms = MOST_MS;
	return ms < left ? ms : left;
}

bool sql_wait_again(struct sql_wait *w, bool is_first)
{
	int64_t now = now_ms();

	if (is_first) {
		w->since_ms = now;
		w->given_up = false;
	}
	if (now - w->since_ms >= w->most_ms)
		return false;
	int waited_ms = (int)(now - w->since_ms);
	if (w->goes_on && !w->goes_on(w->to, waited_ms)) {
		w->given_up = true;
		return false;
	}
	int ms = pause_ms(waited_ms, w->most_ms);
	nanosleep(&(struct timespec){.tv_nsec = ms * 1000000L}, NULL);
	return true;
}
