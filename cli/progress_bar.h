/* progress_bar.h - how far a long verb is, in one line of the terminal beside its output; nothing
 * where there is no terminal. */
#ifndef DUBAN_CLI_PROGRESS_BAR_H
#define DUBAN_CLI_PROGRESS_BAR_H

#include "core/progress.h"

#include <stdbool.h>

struct progress_bar {
	struct progress progress; /* for who works */
	const char *what;
	int percent;
	bool shows;
};

void progress_bar_begin(struct progress_bar *b);
/* Nothing of it stays. */
void progress_bar_end(struct progress_bar *b);

#endif
