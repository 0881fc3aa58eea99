/* The set-up of this server, check by check, and what to change. */
#include "cli/doctor.h"
#include "cli/rows.h"

enum { TEXT_COLS = 100 };

static const struct {
	const char *word, *label;
} states[] = {
	[DOCTOR_OK] = {"ok", N_("ok")},
	[DOCTOR_WARNING] = {"warning", N_("warning")},
	[DOCTOR_WRONG] = {"wrong", N_("wrong")},
};

/* The file is told of where it is not usable too: that is what this verb is for. */
static int find_file(struct cli *cli, const char **path, struct err *e)
{
	int rc = cli_database(cli, path, e);

	if (rc < 0 && e->code == ERR_STATE) {
		*e = (struct err)ERR_INIT;
		return 0;
	}
	return rc;
}

static int print_findings(struct cli *cli, const struct doctor *d, int *wrong, struct err *e)
{
	static const struct rows_column columns[] = {
		{"id", N_("ID"), COLUMN_WORD, true},
		{"what", N_("What"), COLUMN_WORD, false},
		{"state", N_("State"), COLUMN_WORD, false},
		{"finding", N_("Finding"), COLUMN_TEXT, false},
	};
	struct rows r;

	*wrong = 0;
	ROWS_BEGIN(&r, cli, columns);
	rows_wrap(&r, TEXT_COLS);
	for (size_t i = 0; i < d->findings.n; i++) {
		const struct doctor_finding *f = &d->findings.at[i];

		rows_text(&r, f->id);
		rows_text(&r, _(f->what));
		rows_word(&r, states[f->state].word, _(states[f->state].label));
		rows_text(&r, f->text);
		*wrong += f->state == DOCTOR_WRONG;
	}
	return rows_end(&r, e);
}

int verb_doctor(struct cli *cli, struct err *e)
{
	struct doctor d;
	const char *db;
	int wrong;

	if (find_file(cli, &db, e) < 0)
		return -1;
	doctor_run(&d, cli, db);
	if (print_findings(cli, &d, &wrong, e) < 0)
		return -1;
	if (wrong == 0)
		return 0;
	return err_set(e, ERR_STATE,
		       Q_("%d thing is wrong here: the table says what to change",
			  "%d things are wrong here: the table says what to change", wrong),
		       wrong);
}
