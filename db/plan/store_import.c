/* Taking in a plan that was read: every row of it in one transaction, or none. Its actions are
 * import_action.c's. */
#include "db/plan/store_plan.h"

#include "core/i18n.h"
#include "core/plan/plan_path.h"
#include "db/plan/import_action.h"
#include "db/search/name_key.h"
#include "db/store_internal.h"

void import_hash(struct arena *a, const struct plan *p, char out[HASH_TEXT])
{
	const char *text = p->text;

	if (!p->nbytes)
		text = arena_printf(a, "%s\n%s\n%s\n%s", p->title, p->doc_no, p->issuer, p->date);
	text_hash(text, out);
}

static int check_not_there(struct write *w, const char *hash, struct err *e)
{
	static const char text[] =
		"SELECT code, title FROM plan WHERE sha256 = ?1 UNION ALL "
		"SELECT p.code, x.title FROM edition x JOIN plan p ON p.id = x.plan_id "
		"WHERE x.sha256 = ?1";
	struct sql_stmt *q = sql_query(w->db, text, e, sql_text(hash));
	int got = sql_next(q, e);

	if (got <= 0)
		return got;
	const char *code = sql_take_text(q, &w->arena);
	const char *title = sql_take_text(q, &w->arena);
	sql_end(q);
	return err_set(e, ERR_EXISTS,
		       _("this document is in the file already, as plan %s (%s); nothing was "
			 "imported: go on with `duban list --plan %s`, or import an edition whose "
			 "text differs"),
		       code, title, code);
}

/* 1 and its title when a plan has this code, else 0. */
static int code_is_taken(struct write *w, const char *code, const char **title, struct err *e)
{
	static const char text[] = "SELECT title FROM plan WHERE code = ?1";
	struct sql_stmt *q = sql_query(w->db, text, e, sql_text(code));
	int got = sql_next(q, e);

	if (got > 0) {
		*title = sql_take_text(q, &w->arena);
		sql_end(q);
	}
	return got;
}

static int choose_code(struct import *im, const char *wish, struct err *e)
{
	struct arena *a = &im->w->arena;
	const char *title = "", *proposed;
	int taken;

	im->code = wish;
	if (*wish) {
		taken = code_is_taken(im->w, wish, &title, e);
		if (taken > 0)
			return err_set_field(
				e, ERR_EXISTS, "code",
				_("the code %s is taken by the plan %s; choose another "
				  "with --code"),
				wish, title);
		return taken;
	}
	im->code = proposed = plan_propose_code(a, im->p);
	for (int n = 2; (taken = code_is_taken(im->w, im->code, &title, e)) > 0; n++)
		im->code = arena_printf(a, "%s-%d", proposed, n);
	return taken;
}

static int insert_plan(struct import *im, const char *hash, struct err *e)
{
	static const char text[] =
		"INSERT INTO plan (code, title, doc_no, issuer, date, lead_rule, changed_at, "
		"changed_by, imported_at, imported_by, file, sha256, text) "
		"VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?7, ?8, ?9, ?10, ?11) RETURNING id";
	const struct plan *p = im->p;

	if (write_insert(im->w, text, &im->plan_id, e, sql_text(im->code), sql_text(p->title),
			 sql_text(p->doc_no), sql_text(p->issuer), sql_maybe(p->date),
			 sql_text(lead_rule_word(p->lead_rule)), sql_time(im->w->now),
			 write_person(im->w), sql_text(p->file), sql_text(hash), sql_text(p->text)))
		return -1;
	return name_key_put(im->w->db, NAME_PLAN, im->plan_id, e);
}

static int insert_sections(struct import *im, struct err *e)
{
	static const char text[] = "INSERT INTO section (plan_id, seq, no, title) "
				   "VALUES (?1, ?2, ?3, ?4) RETURNING id";
	const struct plan *p = im->p;

	im->sections = arena_alloc(&im->w->arena, (p->sections.n + 1) * sizeof *im->sections);
	for (size_t i = 0; i < p->sections.n; i++) {
		const struct plan_section *s = &p->sections.at[i];
		if (write_insert(im->w, text, &im->sections[i], e, sql_i64(im->plan_id),
				 sql_i64((int64_t)i + 1), sql_text(s->no), sql_text(s->title)) ||
		    name_key_put(im->w->db, NAME_SECTION, im->sections[i], e))
			return -1;
	}
	return 0;
}

static int insert_actions(struct import *im, struct err *e)
{
	const struct plan *p = im->p;

	im->actions = arena_alloc(&im->w->arena, (p->actions.n + 1) * sizeof *im->actions);
	im->numbers = plan_numbers(&im->w->arena, p);
	im->paths = plan_paths(&im->w->arena, p);
	for (size_t i = 0; i < p->actions.n; i++) {
		if (import_action(im, i, e))
			return err_wrap(e, _("action %s, line %d"), p->actions.at[i].no,
					p->actions.at[i].line);
	}
	return 0;
}

static int log_import(struct import *im, const char *hash, struct err *e)
{
	struct log_entry entry = {
		.act = "plan.import",
		.object = arena_printf(&im->w->arena, "plan %s", im->code),
	};
	struct change c = {0};

	change_new_text(&c, "title", im->p->title);
	change_new_text(&c, "doc_no", im->p->doc_no);
	change_new_text(&c, "file", im->p->file);
	change_new_text(&c, "sha256", hash);
	change_new_i64(&c, "actions", (int64_t)im->p->actions.n);
	return write_log(im->w, &entry, &c, e);
}

static int import_plan(struct import *im, const char *code, struct err *e)
{
	struct subject what = {.unit = ""};
	char hash[HASH_TEXT];

	if (write_may(im->w, ACT_IMPORT, &what, e))
		return -1;
	import_hash(&im->w->arena, im->p, hash);
	if (check_not_there(im->w, hash, e) || choose_code(im, code, e) ||
	    insert_plan(im, hash, e) || insert_sections(im, e) || insert_actions(im, e) ||
	    import_units_finish(&im->units, e) || write_count_plan(im->w, im->plan_id, e))
		return -1;
	im->w->changes |= CHANGE_PLAN | CHANGE_UNIT | CHANGE_ASSIGNMENT | CHANGE_MILESTONE;
	return log_import(im, hash, e);
}

int store_plan_import(struct store *s, const struct actor *who, const struct plan *p,
		      const char *code, struct arena *a, struct plan_row *row, unsigned *changes,
		      struct err *e)
{
	struct write w;
	struct import im = {.w = &w, .p = p, .edition = 1};

	if (write_begin(&w, s, who, e))
		return -1;
	import_units_begin(&im.units, &w, p);
	int result = import_plan(&im, code ? code : "", e);
	if (!result)
		result = store_plan_get_id(s, a, who, im.plan_id, row, e);
	return write_end(&w, result, changes, e);
}
