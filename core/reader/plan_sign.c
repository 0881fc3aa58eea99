/* Number, date and issuer of a document: each has its own shape of line, or stands on a line with
 * another of them. The signature is a date with the issuer above it. */
#include "core/reader/plan_sign.h"

#include "core/reader/plan_day.h"

#include <string.h>

enum { LONGEST_ISSUER = 30, LONGEST_FACT_LINE = 60, SIGNATURE_LINES = 3 };

static const char32_t *const issuer_ends[] = {U"政府",	 U"委员会", U"办公室", U"局",
					      U"厅",	 U"部",	    U"委",     U"领导小组",
					      U"指挥部", U"管委会", U"办",     U"国务院"};

/* What introduces the number of the document itself on a line of its own. */
static const char32_t *const number_labels[] = {U"发文字号", U"文件编号", U"文件字号",
						U"发文文号", U"文号",	  U"字号"};

#define ROWS(table) (sizeof(table) / sizeof *(table))

struct run plan_line_at(const struct plan_text *t, size_t i, size_t to)
{
	return plan_text_trim(t, (struct run){i, plan_text_eol(t, i, to)});
}

bool plan_line_has_sentence(const struct plan_text *t, struct run r)
{
	for (size_t i = r.from; i < r.to; i++)
		if (plan_text_in(t->g[i].cp, U"。;!?:") ||
		    (t->g[i].cp == ',' && r.to - r.from > 40))
			return true;
	return false;
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

/* 府卫字第12号, the whole run. */
static bool is_lettered_no(const struct plan_text *t, struct run r)
{
	size_t i = r.from, digits;

	while (i < r.to && !plan_text_match(t, i, r.to, U"字第"))
		i += glyph_is_han(t->g[i].cp) ? 1 : r.to - i;
	digits = i + 2;
	return i < r.to && i > r.from && skip_digits(t, digits, r.to) > digits &&
	       skip_digits(t, digits, r.to) + 1 == r.to && plan_text_in(t->g[r.to - 1].cp, U"号號");
}

/* Without brackets around it and what is said of the issue behind it: (云政发(2023)1号印发). */
static struct run bare_fact(const struct plan_text *t, struct run r)
{
	static const char32_t *const tails[] = {U"印发", U"函頒", U"函颁", U"发布", U"公布"};

	if (r.to > r.from + 2 && t->g[r.from].cp == '(' && t->pair[r.from] == r.to - 1)
		r = plan_text_trim(t, (struct run){r.from + 1, r.to - 1});
	for (size_t k = 0; k < ROWS(tails); k++)
		if (plan_text_ends(t, r, tails[k]))
			return plan_text_trim(t, (struct run){r.from, r.to - 2});
	return r;
}

/* The next fact of a line: a line may have a number, a date and a source, with blanks or | between.
 */
static bool next_fact(const struct plan_text *t, size_t *i, size_t to, struct run *fact)
{
	size_t from = *i;

	while (from < to && (t->g[from].cp == '|' || glyph_is_blank(t->g[from].cp)))
		from++;
	for (*i = from; *i < to && t->g[*i].cp != '|' && t->g[*i].cp != '\t' &&
			t->g[*i].cp != '\n' &&
			!(t->g[*i].cp == ' ' && glyph_is_han(t->g[*i + 1].cp) &&
			  !glyph_is_digit(t->g[*i - 1].cp));)
		*i = plan_text_next(t, *i, to);
	*fact = plan_text_trim(t, (struct run){from, *i});
	return *i > from;
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

static bool is_any_no(const struct plan_text *t, struct run r)
{
	return is_doc_no(t, r) || is_lettered_no(t, r);
}

static struct run find_doc_no(const struct plan_text *t, size_t body)
{
	for (size_t i = 0, eol; i < body; i = eol + 1) {
		struct run line = plan_line_at(t, i, body), fact;
		size_t k = line.from;

		eol = plan_text_eol(t, i, body);
		if (line.to - line.from > LONGEST_FACT_LINE)
			continue;
		if (is_any_no(t, bare_fact(t, without_label(t, line))))
			return bare_fact(t, without_label(t, line));
		while (next_fact(t, &k, line.to, &fact))
			if (is_any_no(t, bare_fact(t, without_label(t, fact))))
				return bare_fact(t, without_label(t, fact));
	}
	return (struct run){0, 0};
}

/* Without the note that the seal is there: 云溪区人民政府(印章). */
static struct run without_seal(const struct plan_text *t, struct run line)
{
	size_t open = line.to > line.from && t->g[line.to - 1].cp == ')' ? t->pair[line.to - 1] : 0;

	if (open > line.from && plan_text_has(t, (struct run){open, line.to}, U"章"))
		line.to = open;
	return plan_text_trim(t, line);
}

static bool is_issuer(const struct plan_text *t, struct run line)
{
	return line.to - line.from >= 4 && line.to - line.from <= LONGEST_ISSUER &&
	       glyph_is_han(t->g[line.from].cp) && !plan_line_has_sentence(t, line) &&
	       plan_text_ends_any(t, line, issuer_ends, ROWS(issuer_ends));
}

/* A signature: a date alone on its line, the issuer on one of the lines above it. */
struct signature {
	struct run issuer;
	char date[DATE_TEXT];
};

/* The first line at or behind i that is not empty. */
static struct run filled_line(const struct plan_text *t, size_t i, size_t to)
{
	while (i < to && glyph_is_blank(t->g[i].cp))
		i++;
	return without_seal(t, plan_line_at(t, i, to));
}

/* The issuer and the date on one line, perhaps in brackets: 云溪区人民政府 2022年3月11日. */
static bool is_signed_line(const struct plan_text *t, struct run line, struct signature *s)
{
	if (line.to > line.from && t->g[line.from].cp == '(' && t->pair[line.from] == line.to - 1)
		line = (struct run){line.from + 1, line.to - 1};
	if (line.to - line.from > LONGEST_FACT_LINE)
		return false;
	for (size_t i = line.from; i < line.to; i++) {
		struct run name = {line.from, i},
			   rest = plan_text_trim(t, (struct run){i, line.to});

		if (t->g[i].cp == ' ' && t->g[i - 1].cp != ' ' && is_issuer(t, name) &&
		    plan_text_ends(t, rest, U"日") && plan_day_read(t, rest, s->date)) {
			s->issuer = name;
			return true;
		}
	}
	return false;
}

bool plan_sign_begins(const struct plan_text *t, size_t i, size_t to)
{
	struct run line = filled_line(t, i, to);
	char date[DATE_TEXT];
	bool issuer = false;
	struct signature s;

	if (is_signed_line(t, line, &s))
		return true;
	for (int n = 0; n < SIGNATURE_LINES && is_issuer(t, line); n++) {
		issuer = true;
		line = filled_line(t, plan_text_eol(t, line.to, to), to);
	}
	return issuer && plan_day_read(t, line, date);
}

static void find_signature(const struct plan_text *t, size_t from, size_t to, struct signature *s)
{
	struct run issuer = {0, 0};
	char date[DATE_TEXT];
	int lines = 0;

	for (size_t i = from, eol; i < to; i = eol + 1) {
		struct run line = without_seal(t, plan_line_at(t, i, to));

		eol = plan_text_eol(t, i, to);
		if (line.to == line.from || line.to - line.from > LONGEST_ISSUER) {
			lines += line.to > line.from;
			continue;
		}
		if (plan_day_read(t, line, date) && (issuer.to > 0 || !*s->date)) {
			memcpy(s->date, date, sizeof date);
			if (issuer.to > 0 && lines < SIGNATURE_LINES)
				s->issuer = issuer;
		} else if (is_issuer(t, line)) {
			issuer.from = issuer.to > 0 && lines == 0 ? issuer.from : line.from;
			issuer.to = line.to;
			lines = 0;
		} else {
			lines++;
		}
	}
}

/* The last line that is signed and dated. */
static void find_signed_line(const struct plan_text *t, size_t from, size_t to, struct signature *s)
{
	struct signature found;

	for (size_t i = from, eol; i < to; i = eol + 1) {
		eol = plan_text_eol(t, i, to);
		if (is_signed_line(t, plan_line_at(t, i, to), &found))
			*s = found;
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
		struct run line = plan_line_at(t, i, body);

		eol = plan_text_eol(t, i, body);
		struct run next = plan_line_at(t, eol + 1 < body ? eol + 1 : eol, body);
		if (is_issuer(t, line) && (plan_text_ends(t, line, U"人民政府") ||
					   plan_text_match(t, next.from, next.to, U"关于")))
			return line;
	}
	return (struct run){0, 0};
}

/* The issuer behind its label: 发文机关:某区人民政府. */
static struct run find_issuer(const struct plan_text *t, size_t body)
{
	static const char32_t *const labels[] = {U"发文机关", U"发文单位", U"发布机构", U"发布机关",
						 U"制定机关"};

	for (size_t i = 0, eol; i < body; i = eol + 1) {
		struct run line = plan_line_at(t, i, body), fact;
		size_t k = line.from;
		bool named = false;

		eol = plan_text_eol(t, i, body);
		while (line.to - line.from <= 2 * LONGEST_FACT_LINE &&
		       next_fact(t, &k, line.to, &fact)) {
			struct run name = fact;

			for (size_t n = 0; n < ROWS(labels); n++)
				name.from += plan_text_match(t, name.from, name.to, labels[n]);
			named |= name.from > fact.from;
			name = plan_text_strip(t, name, U":");
			if (named && is_issuer(t, name))
				return name;
		}
	}
	return (struct run){0, 0};
}

/* A date on a line of the head: alone in brackets below the title, beside the number, or behind a
 * label. bracket: only the first of these. */
static bool find_date(const struct plan_text *t, size_t body, bool bracket, char out[DATE_TEXT])
{
	static const char32_t *const labels[] = {U"成文日期", U"发文日期", U"签发日期",
						 U"印发日期"};

	for (size_t i = 0, eol; i < body; i = eol + 1) {
		struct run line = plan_line_at(t, i, body), fact;
		size_t k = line.from;

		eol = plan_text_eol(t, i, body);
		if (line.to == line.from || line.to - line.from > LONGEST_FACT_LINE)
			continue;
		if (bracket) {
			if (t->g[line.from].cp == '(' && plan_day_read(t, bare_fact(t, line), out))
				return true;
			continue;
		}
		while (next_fact(t, &k, line.to, &fact)) {
			for (size_t n = 0; n < ROWS(labels); n++)
				fact.from += plan_text_match(t, fact.from, fact.to, labels[n]);
			if (plan_day_read(t, plan_text_strip(t, fact, U":"), out))
				return true;
		}
	}
	return false;
}

/* Names of issuers that stand beside one another keep a blank between them. */
static const char *issuer_text(struct arena *a, const struct plan_text *t, struct run r)
{
	struct strbuf out = STRBUF_INIT;
	size_t i = r.from;
	struct run name;

	while (next_fact(t, &i, r.to, &name))
		strbuf_printf(&out, "%s%s", out.nbytes ? " " : "", plan_text_copy(a, t, name));
	const char *text = arena_strdup(a, out.nbytes ? out.s : "");
	strbuf_free(&out);
	return text;
}

void plan_sign_read(struct arena *a, const struct plan_text *t, size_t body, size_t end,
		    struct plan *p)
{
	struct signature s = {0};

	p->doc_no = plan_text_copy(a, t, find_doc_no(t, body));
	find_signature(t, end, t->n, &s);
	if (!*s.date)
		find_date(t, body, true, s.date);
	struct signature notice = s;
	if (!*s.date || s.issuer.to == 0)
		find_signature(t, 0, body, &notice);
	if (!*notice.date && notice.issuer.to == 0)
		find_signed_line(t, 0, body, &notice);
	if (!*notice.date && notice.issuer.to == 0)
		find_signed_line(t, end, t->n, &notice);
	s.issuer = notice.issuer;
	if (!*s.date)
		memcpy(s.date, notice.date, sizeof s.date);
	if (!*s.date)
		find_date(t, body, false, s.date);
	if (s.issuer.to == 0)
		s.issuer = find_issuer(t, body);
	if (s.issuer.to == 0)
		s.issuer = issuer_of_notice(t, body);
	if (s.issuer.to == 0)
		s.issuer = issuer_above(t, body);
	p->issuer = issuer_text(a, t, s.issuer);
	p->date = arena_strdup(a, s.date);
}
