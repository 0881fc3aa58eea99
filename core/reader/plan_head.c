/* The title of a document, which stands before its first item; one that covers another names that
 * one's. A document that prints none has none. */
#include "core/reader/plan_head.h"

#include "core/reader/plan_mark.h"
#include "core/reader/plan_sign.h"
#include "core/reader/plan_unit.h"

#include <stdio.h>
#include <string.h>

enum { LONGEST_TITLE = 70, CENTRED = 4, LONG_PROSE = 20, MOST_TITLE_LINES = 3 };

static const char32_t *const title_ends[] = {
	U"方案",   U"意见",	U"计划",       U"計畫",	      U"计畫",	   U"要点",
	U"措施",   U"规划",	U"清单",       U"分工",	      U"办法",	   U"安排",
	U"任务",   U"纲要",	U"行动",       U"规定",	      U"细则",	   U"分解表",
	U"分解",   U"一览表",	U"任务表",     U"决定",	      U"分工表",   U"分解书",
	U"责任书", U"清单表",	U"方案(试行)", U"意见(试行)", U"若干措施", U"任务书",
	U"台账",   U"责任清单", U"汇总表",     U"明细表",     U"若干政策", U"行动方案"};

#define ROWS(table) (sizeof(table) / sizeof *(table))

/* 云溪区净水方案(2021-2025年) ends like a title too. */
static bool ends_like_title(const struct plan_text *t, struct run line)
{
	if (line.to > line.from && t->g[line.to - 1].cp == ')' && t->pair[line.to - 1] > line.from)
		line.to = t->pair[line.to - 1];
	return plan_text_ends_any(t, line, title_ends, ROWS(title_ends));
}

/* Whether a line may be a title or the first half of one. */
static bool is_headline(const struct plan_text *t, struct run line)
{
	return line.to - line.from >= 4 && line.to - line.from <= LONGEST_TITLE &&
	       !plan_mark_begins(t, line.from) && !plan_text_in(t->g[line.from].cp, U"★☆▲●◆") &&
	       !plan_line_has_sentence(t, line) &&
	       !plan_text_match(t, line.from, line.to, U"附件") && !plan_text_has(t, line, U">") &&
	       !plan_text_ends(t, line, U"号") && !plan_text_ends(t, line, U"日") &&
	       !plan_text_ends(t, line, U"通知");
}

static bool is_title(const struct plan_text *t, struct run line)
{
	return line.to - line.from >= 6 && is_headline(t, line) && ends_like_title(t, line);
}

/* (2021-2025年), which a title may have on a line of its own. */
static bool is_span_of_years(const struct plan_text *t, struct run line)
{
	return line.to - line.from >= 6 && t->g[line.from].cp == '(' &&
	       t->pair[line.from] == line.to - 1 && glyph_is_digit(t->g[line.from + 1].cp) &&
	       !plan_text_has(t, line, U"日") && !plan_text_has(t, line, U"号") &&
	       plan_text_has(t, line, U"年");
}

/* The text that may be a title on the line at i: of a row of a table its only cell, of a whole
 * document on one line what stands before the first blank. */
static struct run headline_at(const struct plan_text *t, size_t i, size_t body)
{
	struct run line = plan_text_strip(t, plan_line_at(t, i, body), U"|");
	size_t k = line.from;

	while (k < line.to && t->g[k].cp != '|' && t->g[k].cp != '\t')
		k++;
	if (k < line.to) {
		struct run first = plan_text_trim(t, (struct run){line.from, k});
		struct run rest = plan_text_strip(t, (struct run){k, line.to}, U"|\t");

		return rest.to == rest.from || t->g[rest.from].cp == t->g[first.from].cp ? first
											 : line;
	}
	if (!plan_line_has_sentence(t, line))
		return line;
	for (k = line.from; k < line.to && t->g[k].cp != ' ' && k - line.from < LONGEST_TITLE;)
		k++;
	return (struct run){line.from, k};
}

static size_t indent_at(const struct plan_text *t, size_t i)
{
	size_t k = i;

	while (k < t->n && t->g[k].cp == ' ')
		k++;
	return k - i;
}

/* A line being looked at, and the one above it. */
struct headline {
	struct run text;
	size_t indent;
	bool adjacent; /* no empty line between */
};

/* Whether the line goes on with a title that begins on the line above it. */
static bool continues_title(const struct plan_text *t, const struct headline *above,
			    const struct headline *line)
{
	const struct run up = above->text, down = line->text;

	if (up.to == up.from || !is_headline(t, up))
		return false;
	if (is_span_of_years(t, down))
		return ends_like_title(t, up);
	if (plan_line_has_sentence(t, down) || !ends_like_title(t, down))
		return false;
	if (t->g[down.from].cp == '(')
		return true;
	if (is_title(t, up))
		return false;
	return (down.to - down.from <= 24 && up.to - up.from <= 40 &&
		plan_text_match(t, up.from, up.to, U"关于")) ||
	       (line->adjacent && above->indent >= CENTRED && line->indent >= CENTRED);
}

/* 为贯彻…,制定本方案: behind the title and before the first item. */
static bool is_preamble(const struct plan_text *t, struct run line)
{
	static const char32_t *const openings[] = {U"为", U"根据", U"按照", U"依据", U"依照"};

	return line.to - line.from >= LONG_PROSE && t->g[line.to - 1].cp == U'。' &&
	       plan_text_begins_any(t, line, openings, ROWS(openings)) &&
	       !plan_text_has(t, line, U"印发") && !plan_text_has(t, line, U"你们");
}

/* The last line before the preamble or the items that ends like a title; a title printed on two
 * lines is joined. */
static struct run find_title(const struct plan_text *t, size_t body)
{
	struct run title = {0, 0};
	struct headline above = {{0, 0}, 0, false};

	for (size_t i = 0, eol; i < body; i = eol + 1) {
		struct headline line = {headline_at(t, i, body), indent_at(t, i), true};

		eol = plan_text_eol(t, i, body);
		if (line.text.to == line.text.from) {
			above.adjacent = false;
			continue;
		}
		line.adjacent = above.adjacent;
		if (continues_title(t, &above, &line))
			title = (struct run){above.text.from, line.text.to};
		else if (is_title(t, line.text))
			title = line.text;
		else if (title.to > 0 && is_preamble(t, plan_line_at(t, i, body)))
			break;
		above = line;
		above.adjacent = true;
	}
	return title;
}

/* 《云溪区净水方案》 as a whole line. */
static struct run without_quotes(const struct plan_text *t, struct run title)
{
	if (title.to > title.from + 2 && t->g[title.from].cp == U'《' &&
	    t->g[title.to - 1].cp == U'》')
		return (struct run){title.from + 1, title.to - 1};
	return title;
}

/* Whether a line says what a plan is about: of which place, of which year. */
static bool says_of_what(const struct plan_text *t, struct run line)
{
	static const char32_t *const words[] = {U"省", U"市", U"县", U"区", U"镇",  U"乡",
						U"州", U"旗", U"国", U"年", U"关于"};

	return plan_text_has_any(t, line, words, ROWS(words));
}

/* The line above i, which is not empty; an empty run when there is none. */
static struct run line_above(const struct plan_text *t, size_t i)
{
	size_t to = i, from;

	while (to > 0 && t->g[to - 1].cp == ' ')
		to--;
	if (to == 0 || t->g[to - 1].cp != '\n')
		return (struct run){i, i};
	for (from = --to; from > 0 && t->g[from - 1].cp != '\n';)
		from--;
	return plan_text_trim(t, (struct run){from, to});
}

/* A title of which the last line alone says of no place and no year begins above it. */
static struct run with_lines_above(const struct plan_text *t, struct run title)
{
	struct run all = title;

	if (title.to == title.from || says_of_what(t, title))
		return title;
	for (int n = 0; n < MOST_TITLE_LINES; n++) {
		struct run up = line_above(t, all.from);

		if (up.to == up.from || title.to - up.from > LONGEST_TITLE ||
		    plan_line_has_sentence(t, up) || plan_mark_begins(t, up.from) ||
		    plan_unit_surely(t, up) || plan_text_ends(t, up, U"文件") ||
		    plan_text_match(t, up.from, up.to, U"附件") || t->g[up.to - 1].cp == ')' ||
		    plan_text_in(t->g[up.to - 1].cp, U"号日>|"))
			break;
		all.from = up.from;
		if (says_of_what(t, up))
			return all;
	}
	return title;
}

/* 云溪区人民政府关于…: the issuer is not part of the title. */
static struct run without_issuer(const struct plan_text *t, struct run title)
{
	for (size_t i = title.from; i < title.to && i - title.from < LONGEST_TITLE; i++)
		if (plan_text_match(t, i, title.to, U"关于"))
			return plan_unit_surely(t, (struct run){title.from, i})
				       ? (struct run){i, title.to}
				       : title;
	return title;
}

/* The words of a title that stand between 《 and 》 in a notice: printed as 《…》 or taken from it.
 */
static struct run title_in_notice(const struct plan_text *t, size_t body)
{
	for (size_t i = 0; i < body; i++) {
		if (t->g[i].cp != U'《')
			continue;
		size_t k = i + 1;
		while (k < body && k - i <= LONGEST_TITLE && t->g[k].cp != U'》' &&
		       !(t->g[k].cp == '\n' && t->g[k + 1].cp == '\n'))
			k++;
		struct run r = {i + 1, k};
		bool issued = plan_text_match(t, k + 1, body, U"的通知") ||
			      plan_text_match(t, k + 1, body, U"印发") ||
			      (i >= 2 && plan_text_match(t, i - 2, i, U"印发"));
		if (k < body && t->g[k].cp == U'》' && issued && ends_like_title(t, r))
			return r;
	}
	return (struct run){0, 0};
}

/* A notice that is the plan itself: 关于印发X的通知 gives X, 关于X的通知 the whole. */
static struct run title_of_notice(const struct plan_text *t, size_t body)
{
	static const char32_t *const notices[] = {U"的通知", U"的函", U"的公告", U"的通告"};
	static const char32_t *const verbs[] = {U"关于印发", U"关于下达", U"关于公布", U"关于发布",
						U"关于转发"};

	for (size_t i = 0, eol; i < body; i = eol + 1) {
		struct run line = plan_line_at(t, i, body);

		eol = plan_text_eol(t, i, body);
		if (line.to - line.from > LONGEST_TITLE + 10 ||
		    !plan_text_ends_any(t, line, notices, ROWS(notices)))
			continue;
		while (line.from < line.to && !plan_text_match(t, line.from, line.to, U"关于"))
			line.from++;
		for (size_t k = 0; k < ROWS(verbs); k++) {
			size_t issued = plan_text_match(t, line.from, line.to, verbs[k]);
			size_t tail = plan_text_ends(t, line, U"的函") ? 2 : 3;

			if (issued > 0)
				return without_quotes(
					t, (struct run){line.from + issued, line.to - tail});
		}
		if (line.from < line.to)
			return line;
	}
	return (struct run){0, 0};
}

void plan_head_read(struct arena *a, const struct plan_text *t, size_t body, size_t end,
		    struct plan *p)
{
	struct run title =
		without_issuer(t, without_quotes(t, with_lines_above(t, find_title(t, body))));

	if (title.to == title.from)
		title = title_in_notice(t, body);
	if (title.to == title.from)
		title = title_of_notice(t, body);
	p->title = plan_text_copy(a, t, title);
	plan_sign_read(a, t, body, end, p);
}

/* Whether s stands behind the sign of a range: 2021-2025年 names no single year. */
static bool ends_range(const char *title, const char *s)
{
	static const char *const signs[] = {"-", "~", "—", "–", "至", "～", "－", "、", "和"};

	for (size_t k = 0; k < ROWS(signs); k++) {
		size_t n = strlen(signs[k]);

		if ((size_t)(s - title) >= n && !memcmp(s - n, signs[k], n))
			return true;
	}
	return false;
}

/* The year printed at s: 2023年, of the Republic 112年; 0 for none. */
static int year_at(const char *s, int era)
{
	bool early = s[0] == '1' && era;
	int y;

	if ((!early && !(s[0] == '2' && s[1] == '0')) || sscanf(s, early ? "%3d" : "%4d", &y) != 1)
		return 0;
	s += early ? 3 : 4;
	if (y < (early ? 100 : 2000) || strncmp(s, "年", strlen("年")) != 0)
		return 0;
	return early ? y + era : y;
}

int plan_head_year(const struct plan *p, int era, bool *annual)
{
	int y;

	*annual = true;
	for (const char *s = p->title; *s; s++)
		if ((y = year_at(s, era)) > 0 && !ends_range(p->title, s))
			return y;
	*annual = false;
	return sscanf(p->date, "%4d-", &y) == 1 ? y : 0;
}
