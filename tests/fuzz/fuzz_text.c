/* Text: what is cleaned is clean for good; cutting, stepping and breaking lose and split nothing.
 * What people type into fields: figures, dates, moments and periods. */
#include "tests/fuzz/fuzz.h"

#include "core/date.h"
#include "core/decimal.h"
#include "core/rule/period.h"
#include "core/text/utf8.h"
#include "core/text/wrap.h"

#include <string.h>

static void check_steps(const char *s)
{
	const char *end = s + strlen(s), *p = s;
	size_t forward = 0, back = 0;

	for (; *p; p += utf8_cluster(p))
		forward++;
	fuzz_check(p == end);
	while (p > s) {
		p -= utf8_cluster_before(s, p);
		fuzz_check(p >= s);
		back++;
	}
	fuzz_check(forward == back && forward == utf8_length(s));
}

static void check_cut(const char *s, int max_cols)
{
	int cols;
	size_t n = utf8_cut(s, max_cols, &cols);

	fuzz_check(cols <= max_cols && cols == utf8_ncols(s, n));
	fuzz_check(utf8_first_bad(s, n) == n);
	fuzz_check(!s[n] || utf8_ncols(s, n + utf8_cluster(s + n)) > max_cols);
}

static void check_wrap(const char *s, int cols)
{
	struct wrap w;
	struct wrap_line line;
	const char *at = s, *end = s + strlen(s);

	wrap_begin(&w, s, strlen(s), cols);
	while (wrap_next(&w, &line)) {
		fuzz_check(line.s >= at && line.s + line.nbytes <= end);
		fuzz_check(utf8_first_bad(line.s, line.nbytes) == line.nbytes);
		fuzz_check(line.cols <= cols || utf8_cluster(line.s) == line.nbytes);
		at = line.s + line.nbytes;
	}
}

void fuzz_text(const char *bytes, size_t nbytes)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	size_t bad = utf8_first_bad(bytes, nbytes);
	char *raw = arena_strndup(&a, bytes, nbytes), *clean = utf8_clean(&a, bytes, nbytes, &e);

	check_steps(raw);
	fuzz_check((bad == nbytes) == (clean != NULL));
	if (clean) {
		size_t n = strlen(clean);
		fuzz_check(utf8_first_bad(clean, n) == n);
		fuzz_check(strcmp(utf8_clean(&a, clean, n, &e), clean) == 0);
		check_steps(clean);
		for (int cols = 2; cols < 40; cols += 7) {
			check_cut(clean, cols);
			check_wrap(clean, cols);
		}
		const char *line = utf8_clean_line(&a, bytes, nbytes, &e);
		fuzz_check(line && !strpbrk(line, "\n\t"));
	}
	arena_free(&a);
}

void fuzz_entry(const char *bytes, size_t nbytes)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	const char *s = arena_strndup(&a, bytes, nbytes);
	char text[DECIMAL_TEXT > TIME_TEXT ? DECIMAL_TEXT : TIME_TEXT];
	struct decimal figure, again;
	struct date day, same;
	struct moment m;
	struct period_row period = {0};

	if (decimal_parse(s, &figure)) {
		fuzz_check(decimal_parse(decimal_format(figure, text), &again));
		fuzz_check(decimal_cmp(figure, again) == 0 && figure.scale == again.scale);
		decimal_add(figure, again);
		decimal_percent(figure, again);
	}
	if (date_read(s, "date", &day, &e) == 0)
		fuzz_check(date_parse(date_format(day, text), &same) && date_cmp(day, same) == 0);
	if (moment_read(s, &m, &e) == 0)
		fuzz_check(strlen(time_format_utc(m.utc, text)) == TIME_TEXT - 1);
	if (period_read(&a, s, &period, &e) == 0)
		fuzz_check(date_cmp(period.opens, period.due) <= 0 &&
			   date_cmp(period.due, period.closes) <= 0);
	arena_free(&a);
}
