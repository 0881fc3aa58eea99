/* Searching. The index gives candidates, newest first; each is read as it stands in the file now,
 * asked whether the reader may read it and whether the words really stand in it. How many are
 * looked at for one page is bounded, so that no words make anybody wait. */
#include "db/store_search.h"

#include "db/search_kind.h"
#include "db/search_put.h"

enum {
	LOOK_AT = 2000,	    /* candidates for one page */
	NAME_ACTIONS = 200, /* so many actions are named in the question to the index */
	PIECE_CHARS = 60
};

struct search {
	struct store *s;
	struct arena *a; /* the page's */
	enum search_kind kind;
	const struct search_spec *spec;
	const struct search_ask *ask;
	struct seek seek;
	struct reader reader;
	struct readable set;
};

/* Where the reader reads little, the index is asked for just that; the rest is left out row by row.
 */
static void ask_readable(const struct search *f, struct strbuf *out)
{
	const struct reader *r = &f->reader;
	const char *between = "";

	if (f->set.all || f->spec->everyone || f->set.ids.n > NAME_ACTIONS)
		return;
	strbuf_puts(out, " AND (");
	for (int i = 0; f->spec->own && i < r->nunits; i++, between = " OR ")
		strbuf_printf(out, "%s" SEARCH_OF_UNIT, between, (long long)r->units[i]);
	for (size_t i = 0; i < f->set.ids.n; i++, between = " OR ")
		strbuf_printf(out, "%s" SEARCH_IN_ACTION, between, (long long)f->set.ids.at[i]);
	strbuf_puts(out, ")");
}

/* False: it is known without asking that nothing is found. */
static bool make_question(const struct search *f, struct strbuf *out)
{
	const struct reader *r = &f->reader;
	bool some = f->set.all || f->spec->everyone || f->set.ids.n || (f->spec->own && r->nunits);

	seek_ask(&f->seek, out, " AND ");
	if (!out->nbytes || !some)
		return false;
	if (f->ask->plan_id)
		strbuf_printf(out, " AND (" SEARCH_IN_PLAN " OR " SEARCH_NO_PLAN ")",
			      (long long)f->ask->plan_id);
	ask_readable(f, out);
	return true;
}

/* 1, 0, -1. */
static int may_read(struct search *f, const struct search_row *row, struct err *e)
{
	const struct search_spec *spec = f->spec;

	if (!spec->own && !spec->everyone && !readable_has(&f->set, row->action_id))
		return 0;
	return spec->may ? spec->may(f->s, &f->reader, row, e) : 1;
}

static bool in_scope(const struct search *f, const struct search_row *row)
{
	return f->ask->plan_id || f->ask->closed_plans || row->plan_open;
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

static void add_hit(struct search *f, const struct search_row *row, int field,
		    struct search_page *page)
{
	struct search_hit *hit = vec_push(f->a, &page->hits);
	bool with_action = row->action_id && readable_has(&f->set, row->action_id);

	*hit = (struct search_hit){
		.kind = f->kind,
		.id = row->id,
		.action_id = with_action ? row->action_id : 0,
		.unit_id = row->unit_id,
		.plan_code = with_action ? keep(f, row->plan_code) : "",
		.path = with_action ? keep(f, row->path) : "",
		.title = with_action ? keep(f, row->title) : "",
		.unit = keep(f, row->unit),
		.name = keep(f, row->name),
		.date = row->date,
		.withdrawn = row->withdrawn,
		.field = f->spec->fields[field],
	};
	seek_cut(f->a, &f->seek, row->texts[field], field < f->spec->nnames,
		 f->ask->chars ? f->ask->chars : PIECE_CHARS, &hit->piece);
}

static int look_at(struct search *f, int64_t id, struct search_page *page, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct search_row row;
	int field = 0, got = search_row_read(f->s->db, &a, f->kind, id, &row, e);

	if (got > 0 && in_scope(f, &row) && matches(f, &a, &row, &field)) {
		got = may_read(f, &row, e);
		if (got > 0)
			add_hit(f, &row, field, page);
	}
	arena_free(&a);
	return got < 0 ? -1 : 0;
}

static int look_through(struct search *f, const char *question, struct search_page *page,
			struct err *e)
{
	static const char text[] = "SELECT g.rowid, d.row_id, d.action_id FROM search_gram g "
				   "CROSS JOIN search_doc d ON d.id = g.rowid "
				   "WHERE g.search_gram MATCH ?1 AND g.rowid > ?2 AND g.rowid < ?3 "
				   "ORDER BY g.rowid DESC";
	int64_t first = search_first_id((int)f->kind), end = search_first_id((int)f->kind + 1);
	struct sql_stmt *q = sql_query(f->s->db, text, e, sql_text(question), sql_i64(first),
				       sql_i64(f->ask->before ? f->ask->before : end));
	int got = 0;

	for (int n = 0; (got = sql_next(q, e)) > 0; n++) {
		int64_t doc = sql_take_i64(q), id = sql_take_i64(q), action_id = sql_take_i64(q);

		if (page->hits.n == (size_t)f->ask->limit || n == LOOK_AT)
			break;
		page->next = doc;
		if (action_id && !readable_has(&f->set, action_id))
			continue;
		if (look_at(f, id, page, e)) {
			got = -1;
			break;
		}
	}
	sql_end(q);
	if (got <= 0)
		page->next = 0;
	return got < 0 ? -1 : 0;
}

int store_search(struct store *s, struct arena *a, const struct actor *who, enum search_kind kind,
		 const struct search_ask *ask, struct search_page *page, struct err *e)
{
	struct search f = {.s = s, .a = a, .kind = kind, .spec = &search_specs[kind], .ask = ask};
	struct strbuf question = STRBUF_INIT;
	int result = 0;

	*page = (struct search_page){0};
	seek_read(a, ask->words, &f.seek);
	if (!f.seek.words.n)
		return 0;
	reader_of(a, who, &f.reader);
	if (readable_load(s, a, &f.reader, ask->plan_id, &f.set, e))
		return -1;
	if (make_question(&f, &question))
		result = look_through(&f, question.s, page, e);
	strbuf_free(&question);
	return result;
}
