/* The head of a document: lines before the first item and the signature, which may stand before or
 * behind the plan. Each fact has its own shape of line; a fact that no line has is left empty. */
#include "core/plan_head.h"

#include "core/date.h"
#include "core/plan_mark.h"

#include <stdio.h>
#include <string.h>

enum { LONGEST_TITLE = 70, LONGEST_ISSUER = 30, SIGNATURE_LINES = 3 };

static const char32_t *const title_ends[] = {
	U"方案",       U"意见",	    U"计划",   U"要点",	  U"措施",   U"规划", U"清单",
	U"分工",       U"办法",	    U"安排",   U"任务",	  U"纲要",   U"行动", U"规定",
	U"细则",       U"分解表",   U"分解",   U"一览表", U"任务表", U"决定", U"方案(试行)",
	U"意见(试行)", U"若干措施", U"任务书", U"台账"};

static const char32_t *const issuer_ends[] = {U"政府",	 U"委员会", U"办公室", U"局",
					      U"厅",	 U"部",	    U"委",     U"领导小组",
					      U"指挥部", U"管委会", U"办",     U"国务院"};

/* What introduces the number of the document itself on a line of its own. */
static const char32_t *const number_labels[] = {U"发文字号", U"文件编号", U"文件字号",
						U"发文文号", U"文号",	  U"字号"};

#define ROWS(table) (sizeof(table) / sizeof *(table))

static struct run line_at(const struct plan_text *t, size_t i, size_t to)
{
	return plan_text_trim(t, (struct run){i, plan_text_eol(t, i, to)});
}

static bool has_sentence(const struct plan_text *t, struct run r)
{
	for (size_t i = r.from; i < r.to; i++)
		if (plan_text_in(t->g[i].cp, U"。;!?:") ||
		    (t->g[i].cp == ',' && r.to - r.from > 40))
			return true;
	return false;
}

/* 云溪区净水方案(2021-2025年) ends like a title too. */
static bool ends_like_title(const struct plan_text *t, struct run line)
{
	if (line.to > line.from && t->g[line.to - 1].cp == ')' && t->pair[line.to - 1] > line.from)
		line.to = t->pair[line.to - 1];
	return plan_text_ends_any(t, line, title_ends, ROWS(title_ends));
}

static bool is_title(const struct plan_text *t, struct run line)
{
	return line.to - line.from >= 6 && !plan_mark_begins(t, line.from) &&
	       line.to - line.from <= LONGEST_TITLE &&
	       !plan_text_match(t, line.from, line.to, U"附件") && !has_sentence(t, line) &&
	       ends_like_title(t, line);
}

/* The last line before the items that ends like a title; a title printed on two lines is joined. */
static struct run find_title(const struct plan_text *t, size_t body)
{
	struct run title = {0, 0}, before = {0, 0};

	for (size_t i = 0, eol; i < body; i = eol + 1) {
		struct run line = line_at(t, i, body);

		eol = plan_text_eol(t, i, body);
		if (line.to == line.from)
			continue;
		bool broken = line.to - line.from <= 24 && before.to > before.from &&
			      plan_text_match(t, before.from, before.to, U"关于") &&
			      !has_sentence(t, before) && before.to - before.from <= 40 &&
			      !is_title(t, before) && !plan_text_ends(t, before, U"通知");
		if (broken && plan_text_ends_any(t, line, title_ends, ROWS(title_ends)) &&
		    !has_sentence(t, line))
			title = (struct run){before.from, line.to};
		else if (is_title(t, line))
			title = line;
		before = line;
	}
	return plan_text_strip(t, title, U"《》");
}

/* The words of a title that stand between 《 and 》 in a notice: printed as 《…》 or taken from it.
 */
static struct run title_in_notice(const struct plan_text *t, size_t body)
{
	for (size_t i = 0; i < body; i++) {
		if (t->g[i].cp != U'《')
			continue;
		size_t k = i + 1;
		while (k < body && k - i <= LONGEST_TITLE && !plan_text_in(t->g[k].cp, U"》\n"))
			k++;
		struct run r = {i + 1, k};
		if (k < body && t->g[k].cp == U'》' && plan_text_match(t, k + 1, body, U"的通知") &&
		    ends_like_title(t, r))
			return r;
	}
	return (struct run){0, 0};
}

static size_t skip_digits(const struct plan_text *t, size_t i, size_t to)
{
	while (i < to && (glyph_is_digit(t->g[i].cp) || t->g[i].cp == ' '))
		i++;
	return i;
}

/* 云政发(2021)12号, the whole run. */
static bool is_doc_no(const struct plan_text *t, struct run r)
{
	size_t open = r.from, close;

	while (open < r.to && (glyph_is_han(t->g[open].cp) || t->g[open].cp == ' '))
		open++;
	if (open - r.from < 2 || open >= r.to || t->g[open].cp != '(')
		return false;
	close = skip_digits(t, open + 1, r.to);
	if (close - open < 5 || close >= r.to || t->g[close].cp != ')')
		return false;
	size_t digits = close + 1 + plan_text_match(t, close + 1, r.to, U"第");
	size_t end = skip_digits(t, digits, r.to);
	return end > digits && end + 1 == r.to && t->g[end].cp == U'号';
}

static struct run without_label(const struct plan_text *t, struct run line)
{
	for (size_t k = 0; k < ROWS(number_labels); k++) {
		size_t n = plan_text_match(t, line.from, line.to, number_labels[k]);

		if (n > 0)
			return plan_text_strip(t, (struct run){line.from + n, line.to}, U":");
	}
	return line;
}

static struct run find_doc_no(const struct plan_text *t, size_t body)
{
	for (size_t i = 0, eol; i < body; i = eol + 1) {
		struct run line = without_label(t, line_at(t, i, body));

		eol = plan_text_eol(t, i, body);
		if (is_doc_no(t, line))
			return line;
	}
	return (struct run){0, 0};
}

/* Reads digits or Chinese digits up to `unit`; returns the place behind it, 0 when it is not so. */
static size_t read_date_part(const struct plan_text *t, size_t i, size_t to, char32_t unit, int *v)
{
	size_t k = i, han;

	while (k < to && t->g[k].cp == ' ')
		k++;
	for (*v = 0, i = k;
	     k < to && k - i < 6 && (glyph_is_digit(t->g[k].cp) || t->g[k].cp == ' '); k++)
		if (t->g[k].cp != ' ')
			*v = *v * 10 + (int)(t->g[k].cp - '0');
	if (*v == 0) {
		for (han = k = i; k < to && k - han < 6 &&
				  (glyph_is_han_digit(t->g[k].cp) || t->g[k].cp == U'○');
		     k++)
			if (t->g[k].cp == U'○')
				*v = *v * 10;
			else if (unit == U'年')
				*v = *v * 10 + plan_text_han_number(t, (struct run){k, k + 1});
		if (unit != U'年')
			*v = plan_text_han_number(t, (struct run){han, k});
	}
	while (k < to && t->g[k].cp == ' ')
		k++;
	return *v > 0 && k < to && t->g[k].cp == unit ? k + 1 : 0;
}

static bool is_date(const struct plan_text *t, struct run r, char out[DATE_TEXT])
{
	int y, m, d;
	size_t i = read_date_part(t, r.from, r.to, U'年', &y);

	if (!i || !(i = read_date_part(t, i, r.to, U'月', &m)) ||
	    !(i = read_date_part(t, i, r.to, U'日', &d)) || i != r.to)
		return false;
	if (y < 1900 || y > 2200 || m > 12 || d > 31)
		return false;
	if (d > date_days_in_month(y, m))
		return false;
	date_format((struct date){(int16_t)y, (int8_t)m, (int8_t)d}, out);
	return true;
}

static bool is_issuer(const struct plan_text *t, struct run line)
{
	return line.to - line.from >= 4 && line.to - line.from <= LONGEST_ISSUER &&
	       glyph_is_han(t->g[line.from].cp) && !has_sentence(t, line) &&
	       plan_text_ends_any(t, line, issuer_ends, ROWS(issuer_ends));
}

/* A signature: a date alone on its line, the issuer on one of the lines above it. */
struct signature {
	struct run issuer;
	char date[DATE_TEXT];
};

static void find_signature(const struct plan_text *t, size_t from, size_t to, struct signature *s)
{
	struct run issuer = {0, 0};
	char date[DATE_TEXT];
	int lines = 0;

	for (size_t i = from, eol; i < to; i = eol + 1) {
		struct run line = line_at(t, i, to);

		eol = plan_text_eol(t, i, to);
		if (line.to == line.from || line.to - line.from > LONGEST_ISSUER) {
			lines += line.to > line.from;
			continue;
		}
		if (is_date(t, line, date) && (issuer.to > 0 || !*s->date)) {
			memcpy(s->date, date, sizeof date);
			if (issuer.to > 0 && lines < SIGNATURE_LINES)
				s->issuer = issuer;
		} else if (is_issuer(t, line)) {
			issuer = line;
			lines = 0;
		} else {
			lines++;
		}
	}
}

/* 某区人民政府印发《…, 某办公室关于印发《…, 某局印发了《…: what stands before it. */
static struct run issuer_of_notice(const struct plan_text *t, size_t body)
{
	static const char32_t *const words[] = {U"关于印发", U"印发了《", U"印发《", U"关于"};

	for (size_t k = 0; k < ROWS(words); k++)
		for (size_t i = 0; i < body; i++) {
			if (!plan_text_match(t, i, body, words[k]))
				continue;
			size_t from = i;
			while (from > 0 && i - from < LONGEST_ISSUER &&
			       !plan_text_in(t->g[from - 1].cp, U"\n,。:;《》"))
				from--;
			struct run r = plan_text_trim(t, (struct run){from, i});
			bool cited = from > 0 && t->g[from - 1].cp == U'《';
			if (!cited && is_issuer(t, r))
				return r;
		}
	return (struct run){0, 0};
}

/* The first line that only names an issuer, over the title. */
static struct run issuer_above(const struct plan_text *t, size_t body)
{
	for (size_t i = 0, eol; i < body; i = eol + 1) {
		struct run line = line_at(t, i, body);

		eol = plan_text_eol(t, i, body);
		if (is_issuer(t, line) && plan_text_ends(t, line, U"人民政府"))
			return line;
	}
	return (struct run){0, 0};
}

void plan_head_read(struct arena *a, const struct plan_text *t, size_t body, size_t end,
		    struct plan *p)
{
	struct signature s = {0};
	struct run title = find_title(t, body);

	if (title.to == title.from)
		title = title_in_notice(t, body);
	p->title = plan_text_copy(a, t, title);
	p->doc_no = plan_text_copy(a, t, find_doc_no(t, body));
	find_signature(t, end, t->n, &s);
	if (!*s.date || s.issuer.to == 0)
		find_signature(t, 0, body, &s);
	if (s.issuer.to == 0)
		s.issuer = issuer_of_notice(t, body);
	if (s.issuer.to == 0)
		s.issuer = issuer_above(t, body);
	p->issuer = plan_text_copy(a, t, s.issuer);
	p->date = arena_strdup(a, s.date);
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

int plan_head_year(const struct plan *p, bool *annual)
{
	int y;

	*annual = false;
	for (const char *s = p->title; *s; s++)
		if (s[0] == '2' && s[1] == '0' && sscanf(s, "%4d", &y) == 1 && y >= 2000 &&
		    !strncmp(s + 4, "年", strlen("年")) && !ends_range(p->title, s)) {
			*annual = true;
			return y;
		}
	return sscanf(p->date, "%4d-", &y) == 1 ? y : 0;
}
