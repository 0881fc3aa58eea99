/* Writes plan JSON. The text is composed here, not by jansson, because figures must stay as printed
 * ("9.0", "38.00") and a JSON library would make them binary floating point. */
#include "exchange/plan_json.h"

#include "core/text/utf8.h"

#include <stdlib.h>
#include <string.h>

enum { SAFE_DIGITS = 14, LONGEST_NUMBER = 18 };

struct writer {
	struct strbuf *out;
	int depth;
	bool first; /* no member or element yet at this depth */
};

static void add_quoted(struct strbuf *out, const char *s)
{
	const char *from = s;

	strbuf_putc(out, '"');
	for (; *s; s++) {
		unsigned char c = (unsigned char)*s;

		if (c > 0x7F || (c >= ' ' && c != '"' && c != '\\' && c != 0x7F))
			continue;
		strbuf_add(out, from, (size_t)(s - from));
		if (c == '\n')
			strbuf_puts(out, "\\n");
		else if (c == '\t')
			strbuf_puts(out, "\\t");
		else if (c == '"' || c == '\\')
			strbuf_printf(out, "\\%c", c);
		else
			strbuf_printf(out, "\\u%04x", c);
		from = s + 1;
	}
	strbuf_add(out, from, (size_t)(s - from));
	strbuf_putc(out, '"');
}

static void begin_line(struct writer *w, bool comma)
{
	static const char line[] = ",\n          ";

	strbuf_add(w->out, comma ? line : line + 1, comma + 1 + (size_t)w->depth);
}

/* Comma, line end and indent before the next member or element; names need no escapes. */
static void begin_entry(struct writer *w, const char *name)
{
	begin_line(w, !w->first);
	w->first = false;
	if (name) {
		strbuf_putc(w->out, '"');
		strbuf_puts(w->out, name);
		strbuf_puts(w->out, "\": ");
	}
}

static void open_level(struct writer *w, const char *name, char bracket)
{
	begin_entry(w, name);
	strbuf_putc(w->out, bracket);
	w->depth++;
	w->first = true;
}

static void close_level(struct writer *w, char bracket)
{
	w->depth--;
	if (!w->first)
		begin_line(w, false);
	strbuf_putc(w->out, bracket);
	w->first = false;
}

static void put_text(struct writer *w, const char *name, const char *value)
{
	begin_entry(w, name);
	add_quoted(w->out, value);
}

/* "" stands for "none": null. */
static void put_optional(struct writer *w, const char *name, const char *value)
{
	begin_entry(w, name);
	if (*value)
		add_quoted(w->out, value);
	else
		strbuf_puts(w->out, "null");
}

static void add_size(struct strbuf *out, size_t value)
{
	char digits[24];
	size_t at = sizeof digits;

	do
		digits[--at] = (char)('0' + value % 10);
	while (value /= 10);
	strbuf_add(out, digits + at, sizeof digits - at);
}

static void put_number(struct writer *w, const char *name, int value)
{
	begin_entry(w, name);
	if (value < 0)
		strbuf_putc(w->out, '-');
	add_size(w->out, (size_t)labs(value));
}

/* The bulk of all figures. */
static void put_span(struct writer *w, const char *name, struct plan_span s)
{
	begin_entry(w, name);
	strbuf_putc(w->out, '[');
	add_size(w->out, s.from);
	strbuf_puts(w->out, ", ");
	add_size(w->out, s.to);
	strbuf_putc(w->out, ']');
}

/* Whether a figure as printed is also a JSON number; "12,000" and "" are not and become texts. */
static bool is_json_number(const char *s)
{
	const char *start = s;

	s += *s == '-';
	size_t digits = strspn(s, "0123456789");
	if (digits == 0 || (s[0] == '0' && digits > 1))
		return false;
	s += digits;
	if (*s == '.') {
		digits = strspn(++s, "0123456789");
		s += digits;
	}
	return digits > 0 && *s == '\0' && (size_t)(s - start) <= LONGEST_NUMBER;
}

/* A number for programs; "printed" beside it where a program that reads numbers as binary floating
 * point would lose digits that the document prints ("9.0"). */
static void put_figure(struct writer *w, const char *name, const char *value)
{
	begin_entry(w, name);
	if (!is_json_number(value)) {
		add_quoted(w->out, value);
		return;
	}
	strbuf_puts(w->out, value);
	size_t n = strlen(value);
	if (n > SAFE_DIGITS || (strchr(value, '.') && value[n - 1] == '0'))
		put_text(w, "printed", value);
}

static void put_units(struct writer *w, const struct plan_action *action)
{
	open_level(w, "units", '[');
	for (size_t i = 0; i < action->units.n; i++) {
		const struct plan_unit *u = &action->units.at[i];

		open_level(w, NULL, '{');
		put_text(w, "name", u->name);
		put_text(w, "role", role_word(u->role));
		put_span(w, "span", u->span);
		close_level(w, '}');
	}
	close_level(w, ']');
}

static void put_targets(struct writer *w, const struct plan_indicator *ind)
{
	open_level(w, "targets", '[');
	for (size_t i = 0; i < ind->targets.n; i++) {
		const struct plan_target *t = &ind->targets.at[i];

		open_level(w, NULL, '{');
		if (t->year)
			put_number(w, "year", t->year);
		else
			put_optional(w, "year", "");
		put_text(w, "op", op_word(t->op));
		put_figure(w, "value", t->value);
		close_level(w, '}');
	}
	close_level(w, ']');
}

static void put_indicators(struct writer *w, const struct plan_action *action)
{
	open_level(w, "indicators", '[');
	for (size_t i = 0; i < action->indicators.n; i++) {
		const struct plan_indicator *ind = &action->indicators.at[i];

		open_level(w, NULL, '{');
		put_text(w, "name", ind->name);
		put_text(w, "unit", ind->measure);
		put_targets(w, ind);
		put_span(w, "span", ind->span);
		close_level(w, '}');
	}
	close_level(w, ']');
}

static void put_words(struct writer *w, const struct plan_action *action)
{
	open_level(w, "qualitative", '[');
	for (size_t i = 0; i < action->words.n; i++) {
		const struct plan_words *words = &action->words.at[i];

		open_level(w, NULL, '{');
		put_text(w, "text", words->text);
		open_level(w, "years", '[');
		for (size_t k = 0; k < words->years.n; k++)
			put_number(w, NULL, words->years.at[k]);
		close_level(w, ']');
		put_span(w, "span", words->span);
		close_level(w, '}');
	}
	close_level(w, ']');
}

static void put_volumes(struct writer *w, const struct plan_action *action)
{
	open_level(w, "quantities", '[');
	for (size_t i = 0; i < action->volumes.n; i++) {
		const struct plan_volume *v = &action->volumes.at[i];

		open_level(w, NULL, '{');
		put_figure(w, "value", v->value);
		put_text(w, "unit", v->measure);
		put_text(w, "what", v->what);
		put_span(w, "span", v->span);
		close_level(w, '}');
	}
	close_level(w, ']');
}

static void put_actions(struct writer *w, const struct plan *p)
{
	open_level(w, "actions", '[');
	for (size_t i = 0; i < p->actions.n; i++) {
		const struct plan_action *action = &p->actions.at[i];

		open_level(w, NULL, '{');
		put_text(w, "no", action->no);
		put_optional(w, "section", action->section);
		put_optional(w, "parent", action->parent);
		put_text(w, "title", action->title);
		put_units(w, action);
		put_indicators(w, action);
		put_words(w, action);
		put_volumes(w, action);
		put_optional(w, "due", action->due);
		put_span(w, "clause", action->clause);
		put_number(w, "line", action->line);
		close_level(w, '}');
	}
	close_level(w, ']');
}

static void put_doubts(struct writer *w, const struct plan *p)
{
	open_level(w, "doubts", '[');
	for (size_t i = 0; i < p->doubts.n; i++) {
		const struct plan_doubt *d = &p->doubts.at[i];

		open_level(w, NULL, '{');
		put_text(w, "kind", plan_doubt_word(d->kind));
		put_text(w, "answer", doubt_answer_word(d->answer));
		put_number(w, "action", d->action);
		put_number(w, "line", d->line);
		put_text(w, "text", d->text);
		put_optional(w, "proposal", d->proposal);
		put_optional(w, "a", d->a);
		put_optional(w, "b", d->b);
		put_span(w, "span", d->span);
		close_level(w, '}');
	}
	close_level(w, ']');
}

static void put_sections(struct writer *w, const struct plan *p)
{
	open_level(w, "sections", '[');
	for (size_t i = 0; i < p->sections.n; i++) {
		open_level(w, NULL, '{');
		put_text(w, "no", p->sections.at[i].no);
		put_text(w, "title", p->sections.at[i].title);
		close_level(w, '}');
	}
	close_level(w, ']');
}

void plan_json_write(const struct plan *p, struct strbuf *out)
{
	struct writer w = {.out = out, .depth = 1, .first = true};

	strbuf_putc(out, '{');
	put_text(&w, "file", p->file);
	put_optional(&w, "title", p->title);
	put_optional(&w, "doc_no", p->doc_no);
	put_optional(&w, "issuer", p->issuer);
	put_optional(&w, "date", p->date);
	put_text(&w, "lead_rule", lead_rule_word(p->lead_rule));
	put_sections(&w, p);
	put_actions(&w, p);
	put_doubts(&w, p);
	put_text(&w, "text", p->text);
	close_level(&w, '}');
	strbuf_putc(out, '\n');
}
