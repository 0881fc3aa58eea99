/* Answers from options and from a person. A plan that comes from a review (plan JSON) brings its
 * own; those are not asked for again. */
#include "cli/import_ask.h"

#include "cli/input.h"
#include "core/plan/plan_edit.h"

static bool is_open_merge(const struct plan_doubt *d)
{
	return d->kind == DOUBT_SAME_UNIT && d->answer == DOUBT_OPEN && *d->a && *d->b;
}

static void answer_merges(struct plan *p, enum doubt_answer answer)
{
	for (size_t i = 0; i < p->doubts.n; i++)
		if (is_open_merge(&p->doubts.at[i]))
			p->doubts.at[i].answer = answer;
}

int import_answer(const struct cli *cli, const char *path, struct plan *p, struct err *e)
{
	if (cli_has(cli, "merge") || cli_has(cli, "no-merge"))
		answer_merges(p, cli_has(cli, "merge") ? DOUBT_TAKEN : DOUBT_LEFT);
	size_t open = plan_doubts_open(p);
	if (!open || !cli_has(cli, "strict"))
		return 0;
	return err_set(e, ERR_FORMAT,
		       Q_("%s: %zu place is doubtful; without --strict it is shown and can "
			  "be taken in all the same",
			  "%s: %zu places are doubtful; without --strict they are shown and "
			  "it can be taken in all the same",
			  open),
		       path, open);
}

static bool ask_merge(struct cli *cli, const struct plan_doubt *d)
{
	return input_ask(arena_printf(
		&cli->arena,
		_("Is %s the same unit as %s? Then the first becomes another name of the second."),
		d->b, d->a));
}

void import_ask_merges(struct cli *cli, struct plan *p)
{
	if (cli_has(cli, "yes"))
		answer_merges(p, DOUBT_TAKEN);
	for (size_t i = 0; i < p->doubts.n; i++) {
		struct plan_doubt *d = &p->doubts.at[i];

		if (is_open_merge(d))
			d->answer = ask_merge(cli, d) ? DOUBT_TAKEN : DOUBT_LEFT;
	}
}

int import_confirm(struct cli *cli, const struct plan *p, const char *question, struct err *e)
{
	if (cli_has(cli, "yes"))
		return 0;
	if (!input_can_ask())
		return err_set(e, ERR_INPUT,
			       _("nothing was stored: --yes stores what was read, --dry-run only "
				 "shows it"));
	if (input_ask(question))
		return 0;
	return err_set(e, ERR_STATE, _("nothing was stored of \"%s\""), p->file);
}

void import_print_merges(FILE *out, const struct plan *p)
{
	for (size_t i = 0; i < p->doubts.n; i++) {
		const struct plan_doubt *d = &p->doubts.at[i];

		if (d->kind == DOUBT_SAME_UNIT && d->answer == DOUBT_TAKEN)
			fprintf(out, _("%s is taken as another name of %s\n"), d->b, d->a);
	}
}
