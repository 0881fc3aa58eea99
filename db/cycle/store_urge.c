/*
 * store_urge.c - urge notices: the debts of a unit in a plan become one numbered notice with a line
 * for each. What a notice already asks for, or the unit has answered, is left out; how many notices
 * a unit gets within so many days is capped; both are rules of the office (policy.h).
 */
#include "db/cycle/store_notice.h"

#include "core/i18n.h"
#include "db/cycle/debt.h"
#include "db/cycle/store_policy.h"

#include <stdlib.h>

enum { DAY_SECONDS = 24 * 60 * 60 };

struct rules {
	struct policy policy;
	struct calendar_day_rows days;
	struct calendar calendar;
};

static int load_rules(struct store *s, struct arena *a, struct rules *r, struct err *e)
{
	if (store_policy_load(s, a, &r->policy, e) || store_calendar_list(s, a, &r->days, e))
		return -1;
	r->calendar = calendar_of(&r->days);
	return 0;
}

static bool is_urged(const struct urge_filter *f, const struct debt_row *d)
{
	return d->standing == DEBT_FRESH || (f->again && d->standing == DEBT_ANSWERED);
}

/* Leaves the rows that are to be urged, in their order. */
static void keep_urged(const struct urge_filter *f, struct debt_rows *rows)
{
	size_t n = 0;

	for (size_t i = 0; i < rows->n; i++)
		if (is_urged(f, &rows->at[i]))
			rows->at[n++] = rows->at[i];
	rows->n = n;
}

static void add_draft(struct arena *a, const struct rules *r, struct date today,
		      const struct debt_row *debts, size_t n, struct notice_drafts *drafts)
{
	struct notice_draft *d = vec_push(a, drafts);

	*d = (struct notice_draft){
		.plan_id = debts->plan_id,
		.unit_id = debts->unit_id,
		.plan_code = debts->plan_code,
		.unit = debts->unit,
		.unit_pinyin = debts->unit_pinyin,
		.debts = debts,
		.ndebts = n,
		.answer_by = calendar_add_workdays(&r->calendar, today,
						   policy_number(&r->policy, POLICY_URGE_ANSWER)),
	};
	for (size_t i = 0; i < n; i++) {
		enum notice_level level = debt_level(&debts[i], &r->policy);

		d->level = level > d->level ? level : d->level;
	}
}

static int most_days(const struct notice_draft *d)
{
	int most = 0;

	for (size_t i = 0; i < d->ndebts; i++)
		most = d->debts[i].days > most ? d->debts[i].days : most;
	return most;
}

static int compare_drafts(const void *a, const void *b)
{
	const struct notice_draft *x = a, *y = b;
	int days = most_days(y) - most_days(x);

	if (x->level != y->level)
		return (int)y->level - (int)x->level;
	if (days)
		return days;
	return (x->debts > y->debts) - (x->debts < y->debts);
}

/* The notices that a unit got in the days before and with today; and, where with those that go out
 * before it they are `cap` or more, the day on which so many are counted no more that it may get
 * another. */
static int count_recent(struct store *s, const struct actor *who, int cap, struct notice_draft *d,
			struct err *e)
{
	static const char text[] = "SELECT issued_at FROM notice WHERE unit_id = ?1 "
				   "AND issued_at >= ?2 AND kind = 'urge' ORDER BY issued_at DESC";
	int ndays = d->days;
	struct date first = date_add(who->now.today, 1 - ndays);
	struct sql_stmt *q = sql_query(s->db, text, e, sql_i64(d->unit_id),
				       sql_time(who->now.utc - (int64_t)(ndays + 1) * DAY_SECONDS));
	int got;

	/* what goes out today counts so long */
	d->free_on = date_add(who->now.today, ndays);
	while ((got = sql_next(q, e)) > 0) {
		struct date day = moment_of(sql_take_time(q)).today;

		if (date_cmp(day, first) < 0)
			continue;
		if (++d->recent + d->before == cap)
			d->free_on = date_add(day, ndays);
	}
	return got;
}

/* Most urgent first, so that of a unit's notices in several plans the cap takes the least urgent.
 */
static int set_caps(struct store *s, const struct actor *who, const struct rules *r,
		    struct notice_drafts *drafts, struct err *e)
{
	int cap = policy_number(&r->policy, POLICY_URGE_CAP);

	for (size_t i = 0; i < drafts->n; i++) {
		struct notice_draft *d = &drafts->at[i];

		d->days = policy_number(&r->policy, POLICY_URGE_DAYS);
		for (size_t k = 0; k < i; k++)
			d->before += drafts->at[k].unit_id == d->unit_id && !drafts->at[k].capped;
		if (count_recent(s, who, cap, d, e))
			return -1;
		d->capped = d->recent + d->before >= cap;
	}
	return 0;
}

static int list_drafts(struct store *s, struct arena *a, const struct actor *who,
		       const struct urge_filter *f, const struct rules *r,
		       struct notice_drafts *drafts, struct err *e)
{
	struct debt_rows debts;
	size_t from = 0;

	*drafts = (struct notice_drafts){0};
	if (store_debt_list(s, a, who, f->plan_id, f->unit_id, &debts, e))
		return -1;
	keep_urged(f, &debts);
	for (size_t i = 0; i < debts.n; i++) {
		const struct debt_row *d = &debts.at[i];

		if (i + 1 < debts.n && d[1].plan_id == d->plan_id && d[1].unit_id == d->unit_id)
			continue;
		add_draft(a, r, who->now.today, &debts.at[from], i + 1 - from, drafts);
		from = i + 1;
	}
	if (drafts->n)
		qsort(drafts->at, drafts->n, sizeof *drafts->at, compare_drafts);
	return set_caps(s, who, r, drafts, e);
}

int store_urge_list(struct store *s, struct arena *a, const struct actor *who,
		    const struct urge_filter *f, struct notice_drafts *drafts, struct err *e)
{
	struct rules r;

	return load_rules(s, a, &r, e) ? -1 : list_drafts(s, a, who, f, &r, drafts, e);
}

static int issue_draft(struct write *w, const struct notice_draft *d, const char *text,
		       struct notice_row *row, struct err *e)
{
	struct notice_item_row *items = arena_alloc(&w->arena, d->ndebts * sizeof *items);

	for (size_t i = 0; i < d->ndebts; i++) {
		const struct debt_row *b = &d->debts[i];

		items[i] = (struct notice_item_row){
			.action_id = b->action_id,
			.milestone_id = b->milestone_id,
			.period_id = b->period_id,
			.why = b->why,
			.due = b->due,
			.days = b->days,
			.times = b->times + 1,
		};
	}
	*row = (struct notice_row){
		.plan_id = d->plan_id,
		.unit_id = d->unit_id,
		.kind = NOTICE_URGE,
		.level = d->level,
		.answer_by = d->answer_by,
		.text = text,
	};
	return notice_insert(w, row, items, d->ndebts, e);
}

/* Why a unit that was named gets no notice. */
static int refuse_unit(struct arena *a, const struct notice_drafts *drafts, struct err *e)
{
	if (!drafts->n)
		return err_set(
			e, ERR_STATE,
			_("the unit owes nothing that is to be urged now: nothing is late, a "
			  "notice already asks for it, or it was answered"));
	const struct notice_draft *d = drafts->at;

	return err_set(e, ERR_STATE, _("the unit gets no notice now: %s"),
		       urge_cap_reason(a, d->recent + d->before, d->days, d->free_on));
}

static int urge(struct write *w, const struct urge_filter *f, const char *text, struct arena *a,
		struct notice_rows *rows, struct err *e)
{
	struct subject units = {.unit_id = f->unit_id, .unit = ""};
	struct notice_drafts drafts;
	struct rules r;

	if (write_may(w, ACT_URGE, &units, e) || notice_settle(w, e) ||
	    load_rules(w->s, &w->arena, &r, e) || list_drafts(w->s, a, w->who, f, &r, &drafts, e))
		return -1;
	for (size_t i = 0; i < drafts.n; i++) {
		struct notice_row row;

		if (drafts.at[i].capped)
			continue;
		if (issue_draft(w, &drafts.at[i], text, &row, e) ||
		    store_notice_get(w->s, a, NULL, row.id, vec_push(a, rows), e))
			return -1;
	}
	return f->unit_id && !rows->n ? refuse_unit(&w->arena, &drafts, e) : 0;
}

int store_urge(struct store *s, const struct actor *who, const struct urge_filter *f,
	       const char *text, struct arena *a, struct notice_rows *rows, unsigned *changes,
	       struct err *e)
{
	struct write w;

	*rows = (struct notice_rows){0};
	if (write_begin(&w, s, who, e))
		return -1;
	return write_end(&w, urge(&w, f, text ? text : "", a, rows, e), changes, e);
}
