/*
 * correction.c - see correction.h. What a request is held against is the last edition of the report
 * from before it was answered, so that it reads the same once the report is corrected.
 */
#include "tui/request/correction.h"

#include "core/rule/entry.h"
#include "core/i18n.h"
#include "db/plan/store_plan.h"
#include "db/report/store_report.h"
#include "tui/app/session.h"

#include <stdio.h>
#include <string.h>

enum { FIELD_NAME = 32, AMOUNT_COLS = 10, AMOUNT_CHARS = 16 };

int correction_read(const struct app_context *c, struct arena *a, const struct report_row *r,
		    struct correction *x, struct err *e)
{
	struct actor who = session_actor(c);

	return store_volume_list(c->store, a, &who, r->action_id, &x->volumes, e) < 0 ||
			       store_report_volumes(c->store, a, r->id, &x->counted, e) < 0
		       ? -1
		       : 0;
}

static const char *field_name(const struct volume_row *v, char name[FIELD_NAME])
{
	snprintf(name, FIELD_NAME, "volume:%lld", (long long)v->id);
	return name;
}

static const char *amount_of(const struct report_volume_rows *rows, int64_t volume_id)
{
	for (size_t i = 0; i < rows->n; i++)
		if (rows->at[i].volume_id == volume_id)
			return rows->at[i].value;
	return "";
}

static int check_amount(const struct form_field *f, const char *value, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct report_volume_rows none = {0};
	int rc = entry_report_volume(&a, 0, f->label, value, &none, e);

	arena_free(&a);
	return rc;
}

size_t correction_fields(const struct correction *x, struct arena *a, struct form_field *f)
{
	char name[FIELD_NAME];

	for (size_t i = 0; i < x->volumes.n; i++) {
		const struct volume_row *v = &x->volumes.at[i];

		f[i] = (struct form_field){.name = arena_strdup(a, field_name(v, name)),
					   .label = v->what,
					   .kind = FIELD_NUMBER,
					   .cols = AMOUNT_COLS,
					   .max_chars = AMOUNT_CHARS,
					   .check = check_amount,
					   .after = v->measure};
	}
	return x->volumes.n;
}

void correction_fill(const struct correction *x, struct form *f)
{
	char name[FIELD_NAME];

	for (size_t i = 0; i < x->volumes.n; i++)
		form_set(f, field_name(&x->volumes.at[i], name),
			 amount_of(&x->counted, x->volumes.at[i].id));
}

int correction_take(const struct correction *x, const struct form *f, struct arena *a,
		    struct report_volume_rows *rows, struct err *e)
{
	char name[FIELD_NAME];

	*rows = (struct report_volume_rows){0};
	for (size_t i = 0; i < x->volumes.n; i++) {
		const struct volume_row *v = &x->volumes.at[i];

		if (entry_report_volume(a, v->id, v->what, form_get(f, field_name(v, name)), rows,
					e) < 0) {
			snprintf(e->field, sizeof e->field, "%s", name);
			return -1;
		}
	}
	return 0;
}

/* How the report was accepted or corrected last before the request was answered. */
static struct report_edition_row edition_before(const struct report_edition_rows *rows,
						int64_t decided_at)
{
	for (size_t i = rows->n; i-- > 0;)
		if (rows->at[i].kind != EDITION_SUBMITTED &&
		    (!decided_at || rows->at[i].at < decided_at))
			return rows->at[i];
	return (struct report_edition_row){.done = "", .problems = "", .next = ""};
}

static void add_marked(struct arena *a, struct page *p, const char *label, const char *was,
		       const char *is)
{
	if (!*was && !*is)
		return;
	page_heading(a, p, label);
	page_add_diff(a, p, 2, was, is);
}

static const char *amount_text(struct arena *a, const struct report_volume_rows *rows,
			       const struct volume_row *v)
{
	const char *amount = amount_of(rows, v->id);

	return *amount ? arena_printf(a, "%s %s %s", v->what, amount, v->measure) : "";
}

int correction_page(const struct app_context *c, struct arena *a, const struct request_row *q,
		    struct page *p, struct err *e)
{
	struct actor who = session_actor(c);
	struct report_edition_rows editions;
	struct volume_rows volumes;

	if (store_report_editions(c->store, a, &who, q->report_id, &editions, e) < 0 ||
	    store_volume_list(c->store, a, &who, q->action_id, &volumes, e) < 0)
		return -1;
	const struct report_edition_row was = edition_before(&editions, q->decided_at);

	page_heading(a, p, _("Against what was accepted. -[gone] +[new]"));
	add_marked(a, p, _("Percent"), arena_printf(a, "%d%%", was.percent),
		   arena_printf(a, "%d%%", q->percent));
	add_marked(a, p, _("Done"), was.done, q->done);
	add_marked(a, p, _("Problems"), was.problems, q->problems);
	add_marked(a, p, _("Next steps"), was.next, q->next);
	for (size_t i = 0; i < volumes.n; i++) {
		const char *before = amount_text(a, &was.volumes, &volumes.at[i]);
		const char *after = amount_text(a, &q->volumes, &volumes.at[i]);

		if (i == 0)
			page_heading(a, p, _("Work volumes"));
		if (*before || *after)
			page_add_diff(a, p, 2, before, after);
	}
	return 0;
}
