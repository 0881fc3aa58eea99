/* Searching. Candidates are, newest first, the few things that the index has no grams of yet and
 * then what it gives; each is read as it stands in the file now, asked whether the reader may read
 * it and whether the words really stand in it. How many are looked at for one page is bounded, so
 * that no words make anybody wait. */
#include "db/search/store_search.h"

#include "db/search/search_kind.h"
#include "db/search/search_number.h"
#include "db/search/search_put.h"

enum {
	LOOK_AT = 2000,	   /* candidates for one page */
	NAME_ACTIONS = 60, /* so many actions are named in the question to the index */
	NAME_PLANS = 8,	   /* and so many plans */
	PIECE_CHARS = 60
};

struct search_rights {
	struct reader reader;
	struct readable set;
};

struct search {
	struct store *s;
	struct arena *a; /* the page's */
	enum search_kind kind;
	const struct search_spec *spec;
	const struct search_ask *ask;
	struct seek seek;
	const struct search_rights *rights;
	struct search_ids numbered; /* actions whose number the words are */
};

/* Where the reader reads little, the index is asked for just that; the rest is left out row by row.
 */
static void ask_readable(const struct search *f, struct strbuf *out)
{
	const struct reader *r = &f->rights->reader;
	const char *between = "";

	if (f->rights->set.all || f->spec->everyone || f->rights->set.ids.n > NAME_ACTIONS)
		return;
	strbuf_puts(out, " AND (");
	for (int i = 0; f->spec->of_unit && i < r->nunits; i++, between = " OR ")
		strbuf_printf(out, "%s" SEARCH_OF_UNIT, between, (long long)r->units[i]);
	for (size_t i = 0; i < f->rights->set.ids.n; i++, between = " OR ")
		strbuf_printf(out, "%s" SEARCH_IN_ACTION, between,
			      (long long)f->rights->set.ids.at[i]);
	strbuf_puts(out, ")");
}

/* The open plans, where there are closed ones too; where they are too many to be named, things of
 * closed ones are left out row by row. */
static int ask_open_plans(const struct search *f, struct strbuf *out, struct err *e)
{
	static const char text[] = "SELECT id FROM plan WHERE state = ?1 ORDER BY id DESC";
	const char *open = plan_state_word(PLAN_OPEN), *closed = plan_state_word(PLAN_CLOSED);
	struct strbuf plans = STRBUF_INIT;
	int64_t any;
	int n = 0, got = sql_get(f->s->db, text, &any, e, sql_text(closed));

	if (got <= 0)
		return got;
	struct sql_stmt *q = sql_query(f->s->db, text, e, sql_text(open));
	for (; (got = sql_next(q, e)) > 0; n++)
		strbuf_printf(&plans, SEARCH_IN_PLAN " OR ", (long long)sql_take_i64(q));
	if (!got && n <= NAME_PLANS)
		strbuf_printf(out, " AND (%s" SEARCH_NO_PLAN ")", n ? plans.s : "");
	strbuf_free(&plans);
	return got;
}

/* 0: it is known without asking that nothing is found, 1, -1. */
static int make_question(const struct search *f, struct strbuf *out, struct err *e)
{
	const struct search_rights *r = f->rights;
	bool some = r->set.all || f->spec->everyone || r->set.ids.n ||
		    (f->spec->of_unit && r->reader.nunits);

	seek_ask(&f->seek, out, " AND ");
	if (!out->nbytes || !some)
		return 0;
	if (f->ask->plan_id)
		strbuf_printf(out, " AND (" SEARCH_IN_PLAN " OR " SEARCH_NO_PLAN ")",
			      (long long)f->ask->plan_id);
	else if (!f->ask->closed_plans && ask_open_plans(f, out, e))
		return -1;
	ask_readable(f, out);
	return 1;
}

/* 1, 0, -1. */
static int may_read(struct search *f, const struct search_row *row, struct err *e)
{
	const struct search_spec *spec = f->spec;

	if (search_by_action(spec) && !readable_has(&f->rights->set, row->action_id))
		return 0;
	return spec->may ? spec->may(f->s, &f->rights->reader, row, e) : 1;
}

/* 1, 0, -1. */
static int in_plan(const struct search *f, const struct search_row *row, struct err *e)
{
	int64_t plan_id = f->ask->plan_id;
	int got;

	if (!row->plan_id || row->plan_id == plan_id)
		return 1;
	if (!f->spec->places)
		return 0;
	struct sql_stmt *q = sql_query(f->s->db, f->spec->places, e, sql_i64(row->id));
	while ((got = sql_next(q, e)) > 0) {
		if (sql_take_i64(q) == plan_id)
			break;
	}
	sql_end(q);
	return got;
}

/* 1, 0, -1. */
static int in_scope(const struct search *f, const struct search_row *row, struct err *e)
{
	if (f->ask->plan_id)
		return in_plan(f, row, e);
	return f->ask->closed_plans || row->plan_open;
}

/* The row with its texts folded, and their keys where they are names. */
struct texts {
	struct gram_text folded[SEARCH_TEXTS];
	const char *keys[SEARCH_TEXTS];
};

/* The first text that has this word, or -1. */
static int field_of(const struct search *f, const struct texts *t, const struct seek_word *w)
{
	for (int i = 0; i < f->spec->ntexts; i++) {
		if (seek_has(w, &t->folded[i], t->keys[i]))
			return i;
	}
	return -1;
}

/* Whether every word stands in the row; *field gets the text that the first word stands in. */
static bool matches(const struct search *f, struct arena *a, const struct search_row *row,
		    int *field)
{
	struct texts t;

	for (int i = 0; i < f->spec->ntexts; i++) {
		gram_fold(a, row->texts[i], &t.folded[i]);
		t.keys[i] = i < f->spec->nnames ? pinyin_key(a, row->texts[i]) : "";
	}
	for (size_t i = 0; i < f->seek.words.n; i++) {
		int at = field_of(f, &t, &f->seek.words.at[i]);
		if (at < 0)
			return false;
		if (i == 0)
			*field = at;
	}
	return true;
}

static const char *keep(const struct search *f, const char *text)
{
	return arena_strdup(f->a, text);
}

static int add_hit(struct search *f, const struct search_row *row, int field,
		   struct search_page *page, struct err *e)
{
	bool with_action = row->action_id && readable_has(&f->rights->set, row->action_id);
	const char *name =
		f->spec->name ? f->spec->name(f->s, f->a, row->id, e) : keep(f, row->name);

	if (!name)
		return -1;
	struct search_hit *hit = vec_push(f->a, &page->hits);

	*hit = (struct search_hit){
		.kind = f->kind,
		.id = row->id,
		.action_id = with_action ? row->action_id : 0,
		.unit_id = row->unit_id,
		.plan_code = with_action ? keep(f, row->plan_code) : "",
		.path = with_action ? keep(f, row->path) : "",
		.title = with_action ? keep(f, row->title) : "",
		.unit = keep(f, row->unit),
		.name = name,
		.date = row->date,
		.withdrawn = row->withdrawn,
		.field = f->spec->fields[field],
	};
	seek_cut(f->a, &f->seek, row->texts[field], field < f->spec->nnames,
		 f->ask->chars ? f->ask->chars : PIECE_CHARS, &hit->piece);
	return 0;
}

static int look_at(struct search *f, int64_t id, struct search_page *page, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct search_row row;
	int field = 0, got = search_row_read(f->s->db, &a, f->kind, id, &row, e);

	if (got > 0 && matches(f, &a, &row, &field) && (got = in_scope(f, &row, e)) > 0 &&
	    (got = may_read(f, &row, e)) > 0)
		got = add_hit(f, &row, field, page, e);
	arena_free(&a);
	return got < 0 ? -1 : 0;
}

/* Above all ids of the kind in the index. */
static int64_t end_of(const struct search *f)
{
	return search_first_id((int)f->kind + 1);
}

/* Those whose number the words are stand before all others: the page behind the first k of them
 * begins at end_of() + k. */
static int look_at_numbers(struct search *f, struct search_page *page, struct err *e)
{
	int64_t behind = f->ask->before ? f->ask->before - end_of(f) : 0;
	size_t i = (size_t)behind;

	if (f->kind != SEARCH_ACTION)
		return 0;
	if (search_by_number(f->s, f->a, f->ask, &f->numbered, e))
		return -1;
	if (f->ask->before && behind <= 0)
		return 0;
	for (; i < f->numbered.n && page->hits.n < (size_t)f->ask->limit; i++) {
		struct search_row row;
		int64_t id = f->numbered.at[i];
		int got = search_row_read(f->s->db, f->a, f->kind, id, &row, e);

		if (got < 0 ||
		    (got && readable_has(&f->rights->set, id) && add_hit(f, &row, 0, page, e)))
			return -1;
	}
	page->next = i < f->numbered.n ? end_of(f) + (int64_t)i : 0;
	return 0;
}

static bool is_numbered(const struct search *f, int64_t id)
{
	for (size_t i = 0; i < f->numbered.n; i++)
		if (f->numbered.at[i] == id)
			return true;
	return false;
}

/* What a statement gives, until the page is full (1) or there is no more (0); -1. */
static int look_at_each(struct search *f, struct sql_stmt *q, struct search_page *page,
			struct err *e)
{
	int got = 0;

	for (int n = 0; (got = sql_next(q, e)) > 0; n++) {
		int64_t doc = sql_take_i64(q), id = sql_take_i64(q), action_id = sql_take_i64(q);

		if (page->hits.n == (size_t)f->ask->limit || n == LOOK_AT)
			break;
		page->next = doc;
		if (is_numbered(f, id) || (action_id && !readable_has(&f->rights->set, action_id)))
			continue;
		if (look_at(f, id, page, e)) {
			got = -1;
			break;
		}
	}
	sql_end(q);
	return got;
}

static int look_through(struct search *f, const char *question, struct search_page *page,
			struct err *e)
{
	static const char newest[] = "SELECT id, row_id, action_id FROM search_doc "
				     "WHERE id > ?1 AND id < ?2 ORDER BY id DESC";
	static const char text[] = "SELECT g.rowid, d.row_id, d.action_id FROM search_gram g "
				   "CROSS JOIN search_doc d ON d.id = g.rowid "
				   "WHERE g.search_gram MATCH ?1 AND g.rowid > ?2 AND g.rowid < ?3 "
				   "ORDER BY g.rowid DESC";
	int64_t first = search_first_id((int)f->kind), end = end_of(f), mark;
	int64_t before = f->ask->before && f->ask->before < end ? f->ask->before : end;
	struct sql *db = f->s->db;

	page->next = before;
	if (search_mark(db, f->kind, &mark, e))
		return -1;
	int got =
		look_at_each(f, sql_query(db, newest, e, sql_i64(mark), sql_i64(before)), page, e);
	if (before > mark)
		before = mark + 1;
	if (!got)
		got = look_at_each(
			f,
			sql_query(db, text, e, sql_text(question), sql_i64(first), sql_i64(before)),
			page, e);
	if (got <= 0)
		page->next = 0;
	return got < 0 ? -1 : 0;
}

int store_search_rights(struct store *s, struct arena *a, const struct actor *who, int64_t plan_id,
			const struct search_rights **rights, struct err *e)
{
	struct search_rights *r = arena_alloc(a, sizeof *r);

	reader_of(a, who, &r->reader);
	*rights = r;
	return readable_load(s, a, &r->reader, plan_id, &r->set, e);
}

int store_search(struct store *s, struct arena *a, const struct actor *who, enum search_kind kind,
		 const struct search_ask *ask, struct search_page *page, struct err *e)
{
	struct search f = {.s = s,
			   .a = a,
			   .kind = kind,
			   .spec = &search_specs[kind],
			   .ask = ask,
			   .rights = ask->rights};
	struct strbuf question = STRBUF_INIT;

	*page = (struct search_page){0};
	seek_read(a, ask->words, &f.seek);
	if (!f.seek.words.n)
		return 0;
	if (!f.rights && store_search_rights(s, a, who, ask->plan_id, &f.rights, e))
		return -1;
	int result = make_question(&f, &question, e);
	if (result > 0 && !(result = look_at_numbers(&f, page, e)) && !page->next)
		result = look_through(&f, question.s, page, e);
	strbuf_free(&question);
	return result;
}
