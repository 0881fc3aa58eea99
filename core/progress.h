/* progress.h - how far a long work is, for whoever shows it. */
#ifndef DUBAN_CORE_PROGRESS_H
#define DUBAN_CORE_PROGRESS_H

#include <stdint.h>

struct progress {
	/* what: translated; total 0: nobody knows. */
	void (*step)(void *to, const char *what, int64_t done, int64_t total);
	void *to;
};

/* p NULL: nobody shows it. */
static inline void progress_step(const struct progress *p, const char *what, int64_t done,
				 int64_t total)
{
	if (p && p->step)
		p->step(p->to, what, done, total);
}

#endif
