/* sample.h - invented documents that the tests of print/ render. */
#ifndef DUBAN_TESTS_PRINT_SAMPLE_H
#define DUBAN_TESTS_PRINT_SAMPLE_H

#include "core/plan/document.h"

/* A unit's task list in Chinese: seven actions with everything that such a list holds. */
void sample_chinese_list(struct arena *a, struct document *d);
/* The same made many times longer, so that it runs over pages. */
void sample_long_list(struct arena *a, struct document *d, int times);
/* What tasklist_build() makes of three tasks of two plans, in English. */
void sample_built_list(struct arena *a, struct document *d);
/* A report of paragraphs and two tables of figures. */
void sample_report(struct arena *a, struct document *d);

#endif
