/* sql_wait.h - waiting for the lock of another process, as all engines do it. */
#ifndef DUBAN_DB_SQL_WAIT_H
#define DUBAN_DB_SQL_WAIT_H

#include <stdbool.h>
#include <stdint.h>

struct sql_wait {
	int most_ms;				  /* the longest wait */
	bool (*goes_on)(void *to, int waited_ms); /* sql_ops.on_busy(), or NULL */
	void *to;
	int64_t since_ms;
	bool given_up; /* the last wait ended because goes_on() said no */
};

/* Waits for a moment before the lock is tried again; is_first: this is where waiting begins. False:
 * no more. */
bool sql_wait_again(struct sql_wait *w, bool is_first);

#endif
