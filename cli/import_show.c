/* A plan as read: head and counts, its actions with their units, and what is doubtful. */
#include "cli/import_show.h"

#include "cli/rows.h"
#include "core/plan/plan_edit.h"
#include "exchange/plan_json.h"
#include "print/plain.h"

#include <stdio.h>
#include <string.h>

enum { SHOWN_COLS = 110 }; /* where there is no terminal to ask */

bool import_shows_people(const struct cli *cli)
{
	const char *format = cli_option(cli, "format");

	return !format || strcmp(format, table_format_word(TABLE_PEOPLE)) == 0;
}

static size_t count_units(struct arena *a, const struct plan *p)
{
	VEC(const char *) names = {0};

	for (size_t i = 0; i < p->actions.n; i++)
		for (size_t k = 0; k < p->actions.at[i].units.n; k++) {
			const char *name = p->actions.at[i].units.at[k].name;
			size_t at = 0;

			while (at < names.n && strcmp(names.at[at], name) != 0)
				at++;
			if (at == names.n)
				*vec_push(a, &names) = name;
		}
	return names.n;
}

static void print_counts(struct arena *a, const struct plan *p)
{
	size_t subs = 0, indicators = 0, words = 0, volumes = 0;

	for (size_t i = 0; i < p->actions.n; i++) {
		const struct plan_action *action = &p->actions.at[i];

		subs += *action->parent != '\0';
		indicators += action->indicators.n;
		words += action->words.n;
		volumes += action->volumes.n;
	}
	printf(_("  sections %zu, actions %zu, sub-actions %zu, units %zu\n"), p->sections.n,
	       p->actions.n - subs, subs, count_units(a, p));
	printf(_("  indicators %zu, targets in words %zu, work volumes %zu, doubtful places %zu\n"),
	       indicators, words, volumes, plan_doubts_open(p));
}

static void print_head(struct arena *a, const struct plan *p)
{
	const char *facts[] = {p->doc_no, p->issuer, p->date};

	printf("%s: %s\n", plain_line(a, p->file), p->title);
	for (size_t i = 0; i < sizeof facts / sizeof facts[0]; i++)
		if (*facts[i])
			printf("  %s\n", facts[i]);
	printf(_("  leads: %s\n"), lead_rule_label(p->lead_rule));
	print_counts(a, p);
}

/* "★区教育局、区卫生健康局": leads marked for people, "lead:区教育局 coop:…" for programs. */
static const char *units_text(struct rows *r, const struct plan_action *action)
{
	struct strbuf b = STRBUF_INIT;
	const char *text;

	for (size_t i = 0; i < action->units.n; i++) {
		const struct plan_unit *u = &action->units.at[i];

		if (r->people)
			strbuf_printf(&b, "%s%s%s", i ? "、" : "", u->role == ROLE_LEAD ? "★" : "",
				      u->name);
		else
			strbuf_printf(&b, "%s%s:%s", i ? " " : "", role_word(u->role), u->name);
	}
	text = arena_strndup(r->arena, b.s ? b.s : "", b.nbytes);
	strbuf_free(&b);
	return text;
}

static int print_actions(struct cli *cli, const struct plan *p, struct err *e)
{
	static const struct rows_column columns[] = {
		{"line", N_("Line"), COLUMN_NUMBER, true},
		{"section", N_("Section"), COLUMN_WORD, true},
		{"parent", N_("Part of"), COLUMN_WORD, false},
		{"no", N_("No."), COLUMN_WORD, false},
		{"title", N_("Title"), COLUMN_TEXT, false},
		{"units", N_("Units"), COLUMN_TEXT, false},
		{"indicators", N_("Indicators"), COLUMN_NUMBER, false},
		{"words", N_("In words"), COLUMN_NUMBER, false},
		{"volumes", N_("Volumes"), COLUMN_NUMBER, false},
		{"due", N_("Due"), COLUMN_WORD, false},
	};
	struct rows r;

	ROWS_BEGIN(&r, cli, columns);
	rows_wrap(&r, SHOWN_COLS);
	for (size_t i = 0; i < p->actions.n; i++) {
		const struct plan_action *action = &p->actions.at[i];

		rows_number(&r, action->line);
		rows_text(&r, action->section);
		rows_text(&r, action->parent);
		rows_text(&r, action->no);
		rows_text(&r, action->title);
		rows_text(&r, units_text(&r, action));
		rows_number(&r, (int64_t)action->indicators.n);
		rows_number(&r, (int64_t)action->words.n);
		rows_number(&r, (int64_t)action->volumes.n);
		rows_text(&r, action->due);
	}
	return rows_end(&r, e);
}

void import_show_doubts(const struct plan *p)
{
	if (plan_doubts_open(p) == 0)
		return;
	printf("%s\n", _("To be checked:"));
	for (size_t i = 0; i < p->doubts.n; i++) {
		const struct plan_doubt *d = &p->doubts.at[i];

		if (d->answer != DOUBT_OPEN)
			continue;
		if (d->line)
			printf(_("  line %d: %s\n"), d->line, d->text);
		else
			printf("  %s\n", d->text);
		if (*d->proposal)
			printf(_("    proposed: %s\n"), d->proposal);
	}
}

static void print_json(const struct plan *p)
{
	struct strbuf b = STRBUF_INIT;

	plan_json_write(p, &b);
	fwrite(b.s, 1, b.nbytes, stdout);
	strbuf_free(&b);
}

int import_show(struct cli *cli, const struct plan *p, struct err *e)
{
	const char *format = cli_option(cli, "format");

	if (format && strcmp(format, table_format_word(TABLE_JSON)) == 0) {
		print_json(p);
		return 0;
	}
	if (!import_shows_people(cli))
		return print_actions(cli, p, e);
	print_head(&cli->arena, p);
	if (print_actions(cli, p, e) < 0)
		return -1;
	import_show_doubts(p);
	return 0;
}
