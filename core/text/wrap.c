/*
 * Line breaking. A paragraph is read character by character; the last place where the rules allow a
 * break is remembered, and taken when the line is full. Where there is none (a word longer than the
 * line, a row of closing marks) the line is cut at the last whole character that fits.
 */
#include "core/text/wrap.h"

#include "core/text/utf8.h"

#include <string.h>

static const char no_begin[] = "。，、；：！？）》〉」』】〕］｝”’·％‰℃,.;:!?)]}>%";
static const char no_end[] = "（《〈「『【〔［｛“‘([{<¥￥$№#";
/* Two of one of these are one mark and stay together. */
static const char doubled[] = "—…－";

struct mark {
	const char *s;
	size_t nbytes;
	uint32_t cp; /* the first code point */
	int cols;
};

static bool is_among(const char *set, uint32_t cp)
{
	char text[8] = "";

	text[utf8_encode(cp, text)] = '\0';
	return strstr(set, text) != NULL;
}

/* A blank that carries a combining mark is none: something is to be seen there. */
static bool is_space(const struct mark *m)
{
	if (m->cp == 0x3000)
		return m->nbytes == 3;
	return (m->cp == ' ' || m->cp == '\t') && m->nbytes == 1;
}

/* Whether lines can break beside it without a space: ideographs and the punctuation among them. */
static bool is_chinese(const struct mark *m)
{
	return m->cp >= 0x2E80 || (m->cp >= 0x2018 && m->cp <= 0x2027) || m->cp == 0x2014 ||
	       (m->cp >= 0x2460 && m->cp <= 0x24FF);
}

/* Whether b must follow a. '>' closes a name in '<…>'; after a space it means "more than". */
static bool is_closing(const struct mark *a, const struct mark *b)
{
	return is_among(no_begin, b->cp) && !(b->cp == '>' && is_space(a));
}

static bool may_break(const struct mark *a, const struct mark *b)
{
	if (is_space(b))
		return false; /* the space goes with what stands before it */
	if (is_closing(a, b) || is_among(no_end, a->cp))
		return false;
	if (a->cp == b->cp && is_among(doubled, a->cp))
		return false;
	return is_space(a) || is_chinese(a) || is_chinese(b);
}

static bool next_mark(const char *s, const char *end, struct mark *m)
{
	if (s >= end || *s == '\n')
		return false;
	m->s = s;
	m->nbytes = utf8_cluster(s);
	if (m->nbytes == 0 || m->nbytes > (size_t)(end - s))
		m->nbytes = (size_t)(end - s);
	utf8_decode(s, end, &m->cp);
	m->cols = utf8_ncols(s, m->nbytes);
	return true;
}

/* Where the line that begins at s ends: the first byte of the next one, or of the line end. */
static const char *find_break(const char *s, const char *end, int room)
{
	const char *allowed = NULL, *p = s;
	struct mark before = {0}, m;
	int cols = 0;

	while (next_mark(p, end, &m)) {
		if (p > s && may_break(&before, &m))
			allowed = p;
		if (!is_space(&m) && cols + m.cols > room && p > s)
			return allowed ? allowed : p;
		cols += m.cols;
		p += m.nbytes;
		before = m;
	}
	return p;
}

static const char *skip_spaces(const char *s, const char *end)
{
	struct mark m;

	while (next_mark(s, end, &m) && is_space(&m))
		s += m.nbytes;
	return s;
}

static const char *trim_spaces(const char *s, const char *end)
{
	for (;;) {
		if (end > s && (end[-1] == ' ' || end[-1] == '\t'))
			end--;
		else if (end - s >= 3 && memcmp(end - 3, "\u3000", 3) == 0)
			end -= 3;
		else
			return end;
	}
}

void wrap_begin(struct wrap *w, const char *s, size_t nbytes, int cols)
{
	w->at = s;
	w->end = s + nbytes;
	w->cols = cols > 2 ? cols : 2;
}

bool wrap_next(struct wrap *w, struct wrap_line *line)
{
	if (w->at >= w->end)
		return false;

	const char *to = find_break(w->at, w->end, w->cols);
	line->s = w->at;
	line->nbytes = (size_t)(trim_spaces(w->at, to) - w->at);
	line->cols = utf8_ncols(line->s, line->nbytes);
	w->at = skip_spaces(to, w->end);
	if (w->at < w->end && *w->at == '\n')
		w->at++;
	return true;
}

size_t wrap_count(const char *s, int cols)
{
	struct wrap w;
	struct wrap_line line;
	size_t count = 0;

	wrap_begin(&w, s, strlen(s), cols);
	while (wrap_next(&w, &line))
		count++;
	return count;
}
