/*
 * fill DB LOGIN N FLOOR - puts N reports into DB through the store's own doors, as the office would
 * on behalf of the units: month after month, for every unit and action of every open plan. FLOOR
 * becomes the file of the floor program, with as many lines as DB has tasks.
 */
#include "core/rule/entry.h"
#include "core/rule/flow.h"
#include "core/rule/period.h"
#include "core/rule/period_rule.h"
#include "db/report/store_period.h"
#include "db/people/store_person.h"
#include "db/plan/store_plan.h"
#include "db/report/store_report.h"
#include "db/people/store_setting.h"
#include "db/plan/store_task.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

struct fill {
	struct store *store;
	struct arena arena;
	struct person_row person;
	struct actor who;
	int wanted, put;
};

static struct err e = ERR_INIT;

/* The measurement cannot go on. */
static void need(int result)
{
	if (result == 0)
		return;
	fprintf(stderr, "fill: %s\n", e.text);
	exit(1);
}

static void set_today(struct fill *f, struct date day)
{
	f->who.now = (struct moment){(int64_t)date_to_days(day) * 86400 + 43200, day};
}

static void put_report(struct fill *f, struct arena *a, const struct task_row *t,
		       const struct period_row *period)
{
	char percent[8];
	struct report_new r = {0};
	struct report_row row;

	snprintf(percent, sizeof percent, "%d", (period->number * 8 + f->put) % 101);
	struct report_fields fields = {percent, "本月完成现场检查与集中宣传，资料已归档。",
				       f->put % 3 ? "" : "个别点位进度偏慢。", "下月继续推进。"};
	need(entry_report(a, &fields, true, &r, &e));
	r.action_id = t->action_id;
	r.unit_id = t->unit_id;
	r.period_id = period->id;
	need(store_report_put(f->store, &f->who, &r, REPORT_SUBMIT, a, &row, NULL, &e));
	f->put++;
}

/* One month of one plan: the period, and a report of every unit on every action in it. */
static void fill_month(struct fill *f, const struct plan_row *plan, int year, int month)
{
	struct arena a = ARENA_INIT;
	struct period_row p = {0}, period;
	struct task_rows tasks = {0};
	struct task_filter filter = {.plan_id = plan->id, .role = -1, .lamp = -1};
	struct lamp_rules rules = LAMP_RULES_DEFAULT;
	const char *code = arena_printf(&a, "%04d-%02d", year, month);

	need(period_read(&a, code, &p, &e));
	period_set_dates(&p, &period_rules_default, NULL);
	p.plan_id = plan->id;
	set_today(f, p.opens);
	if (store_period_find(f->store, &a, plan->id, code, &period, &e) < 0) {
		need(store_period_add(f->store, &f->who, &p, NULL, &e));
		need(store_period_find(f->store, &a, plan->id, code, &period, &e));
	}
	need(store_task_list(f->store, &a, &f->who, &filter, &rules, p.opens, &tasks, &e));
	for (size_t i = 0; i < tasks.n && f->put < f->wanted; i++)
		put_report(f, &a, &tasks.at[i], &period);
	arena_free(&a);
}

static int make_floor(const char *path, int nlines)
{
	sqlite3 *db;
	char *sql = sqlite3_mprintf(
		"CREATE TABLE line (id INTEGER PRIMARY KEY, lamp TEXT, title TEXT, unit TEXT,"
		" progress TEXT, state TEXT);"
		"WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < %d)"
		"INSERT INTO line SELECT i, '黄灯 进度落后', '居民健康促进行动第' || i || '项',"
		" '区卫生健康局', (i %% 100) || '%%', '2021-12-31 已报' FROM n",
		nlines);

	if (sqlite3_open(path, &db) != SQLITE_OK ||
	    sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		return err_set(&e, ERR_IO, "%s: %s", path, sqlite3_errmsg(db));
	sqlite3_free(sql);
	return sqlite3_close(db) == SQLITE_OK ? 0 : -1;
}

/* What is measured is a first screen without the first steps over it. */
static void see_tour(struct fill *f)
{
	struct person_rows people = {0};

	need(store_person_list(f->store, &f->arena, &people, &e));
	for (size_t i = 0; i < people.n; i++) {
		struct actor who = {.person_id = people.at[i].id};

		need(store_setting_put(f->store, &who, "seen", "tour", "1", &e));
	}
}

int main(int argc, char **argv)
{
	struct fill f = {0};
	struct plan_rows plans = {0};

	if (argc != 5) {
		fputs("usage: fill DB LOGIN N FLOOR\n", stderr);
		return 2;
	}
	f.wanted = atoi(argv[3]);
	need(store_open(argv[1], &f.store, &e));
	need(store_person_find(f.store, &f.arena, argv[2], &f.person, &e));
	actor_of(&f.who, &f.person, "", moment_of(0));
	need(store_plan_list(f.store, &f.arena, &f.who, &plans, &e));
	for (int month = 0; month < 12 * 20 && f.put < f.wanted; month++)
		for (size_t i = 0; i < plans.n && f.put < f.wanted; i++)
			fill_month(&f, &plans.at[i], 2021 - month / 12, 12 - month % 12);
	see_tour(&f);
	store_close(f.store);
	arena_free(&f.arena);
	need(make_floor(argv[4], f.put));
	printf("%d reports\n", f.put);
	return f.put == f.wanted ? 0 : 1;
}
