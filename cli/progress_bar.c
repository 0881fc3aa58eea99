/* The line is written anew when its words or its figure change, so a terminal at the end of a slow
 * line is not kept busy. */
#include "cli/progress_bar.h"

#include <stdio.h>
#include <unistd.h>

static int percent_of(int64_t done, int64_t total)
{
	if (total <= 0)
		return -1;
	return done >= total ? 100 : (int)(done * 100 / total);
}

static void draw(const struct progress_bar *b)
{
	enum { CELLS = 20 };
	static const char full[] = "####################";

	fprintf(stderr, "\r\033[K%s", b->what);
	if (b->percent >= 0)
		fprintf(stderr, " [%-*.*s] %d%%", CELLS, b->percent * CELLS / 100, full,
			b->percent);
}

static void step(void *to, const char *what, int64_t done, int64_t total)
{
	struct progress_bar *b = to;
	int percent = percent_of(done, total);

	if (!b->shows || (what == b->what && percent == b->percent))
		return;
	b->what = what;
	b->percent = percent;
	draw(b);
}

void progress_bar_begin(struct progress_bar *b)
{
	*b = (struct progress_bar){.progress = {.step = step, .to = b},
				   .shows = isatty(STDERR_FILENO)};
}

void progress_bar_end(struct progress_bar *b)
{
	if (b->shows && b->what)
		fputs("\r\033[K", stderr);
}
