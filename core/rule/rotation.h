/* rotation.h - which copies of a file are kept: the newest of each of the last days, weeks and
 * months that have one. */
#ifndef DUBAN_CORE_ROTATION_H
#define DUBAN_CORE_ROTATION_H

#include "core/date.h"

#include <stdbool.h>
#include <stddef.h>

struct rotation {
	int daily, weekly, monthly; /* so many days, weeks (from Monday), months are kept */
};

/* made: the days of the copies, newest first; keep[i] tells whether copy i is kept. The newest one
 * always is. */
void rotation_keep(const struct rotation *r, const struct date *made, size_t n, bool *keep);

/* "duban-20211121-093000.db", and back: whose name is not one is no copy of ours. */
#define ROTATION_NAME 25
char *rotation_name(int64_t utc, char out[ROTATION_NAME]);
bool rotation_date(const char *name, struct date *made);

#endif
