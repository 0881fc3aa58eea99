/* plan_duties.h - responsibility phrases behind the text of an action, and who is read of them. */
#ifndef DUBAN_TESTS_CORE_PLAN_DUTIES_H
#define DUBAN_TESTS_CORE_PLAN_DUTIES_H

#include <stddef.h>

struct duties {
	const char *phrase; /* as it stands behind "1.治水。清理河道" */
	const char *units;  /* "区水利局 lead, 区住建局 coop" */
};

/* Reads a document of two actions, the first with the phrase, and expects its units; every row is
 * tried. */
void duties_check(const struct duties *rows, size_t n);

#endif
