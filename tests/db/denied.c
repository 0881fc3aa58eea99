/* What the writes of denied.h are made on: everything is 区教育局's, on its own action, or the
 * office's. */
#include "tests/db/denied.h"

#include "core/rule/notice.h"
#include "core/rule/request.h"
#include "db/cycle/store_notice.h"
#include "db/cycle/store_policy.h"
#include "db/cycle/store_request.h"
#include "db/plan/store_plan.h"
#include "db/report/store_period.h"
#include "tests/db/fixture.h"
#include "tests/support/seen.h"

#include <criterion/criterion.h>

#include <stdlib.h>

struct world denied;
struct denied_things there;
/* The file as it was filled. */
static char *filled;
static size_t nfilled;

int64_t denied_touched(void)
{
	return world_number(&denied, "SELECT total_changes()");
}

int64_t denied_version(const char *table, int64_t id)
{
	return world_number(&denied,
			    arena_printf(&denied.a, "SELECT version FROM %s WHERE id = %lld", table,
					 (long long)id));
}

/* Changed once: nobody takes back any more that they added it. */
static void add_milestone(const struct actor *edu)
{
	struct milestone_row row = world_milestone(&denied, DENIED_TODAY, "2022-02-01");
	struct milestone_new m = {.action_id = ACTION_2,
				  .unit_id = EDUCATION,
				  .milestone_id = row.id,
				  .version = row.version,
				  .title = "完成改造验收",
				  .due = row.due,
				  .note = ""};

	DENIED_MADE(store_milestone_put(denied.s, edu, &m, &denied.a, &row, NULL, &denied.e));
	there.milestone = row.id;
}

static void add_request(const struct actor *edu)
{
	struct request_new r = {.kind = REQUEST_EXTENSION,
				.unit_id = EDUCATION,
				.milestone_id = there.milestone,
				.want = world_day("2022-03-01"),
				.percent = -1,
				.reason = "材料未到",
				.done = "",
				.problems = "",
				.next = ""};
	struct request_row row;

	DENIED_MADE(store_request_ask(denied.s, edu, &r, &denied.a, &row, NULL, &denied.e));
	there.request = row.id;
}

static void add_notices(void)
{
	struct actor office = world_actor(&denied, OFFICE, DENIED_TODAY);
	struct actor mayor = world_actor(&denied, MAYOR, DENIED_TODAY);
	struct urge_filter f = {.plan_id = PLAN, .unit_id = EDUCATION};
	struct instruction_new n = {.action_id = ACTION_2,
				    .unit_id = EDUCATION,
				    .text = "抓紧落实",
				    .by = world_day("2022-01-15")};
	struct notice_rows rows;

	DENIED_MADE(store_urge(denied.s, &office, &f, "", &denied.a, &rows, NULL, &denied.e));
	there.urge = rows.at[0].id;
	DENIED_MADE(store_instruct(denied.s, &mayor, &n, &denied.a, &rows, NULL, &denied.e));
	there.instruction = rows.at[0].id;
}

static void add_key(void)
{
	world_script(&denied,
		     "INSERT INTO ssh_key (id, person_id, type, blob, fingerprint, added_at, "
		     "changed_at) VALUES (1, 3, 'ssh-ed25519', 'AAAAC3', "
		     "'SHA256:1234567890123456789012345678901234567890123', "
		     "'2021-10-02T04:00:00Z', '2021-10-02T04:00:00Z')");
	there.key = 1;
}

/* What is closed and can be opened again, and a day that can be taken out. */
static void add_closed(void)
{
	struct actor office = world_actor(&denied, OFFICE, DENIED_TODAY);
	struct calendar_day_rows days = {0};

	*vec_push(&denied.a, &days) = (struct calendar_day_row){
		.date = world_day(DENIED_HOLIDAY), .kind = DAY_HOLIDAY, .name = "国庆节"};
	DENIED_MADE(store_calendar_put(denied.s, &office, &days, NULL, &denied.e));
	DENIED_MADE(store_period_close(denied.s, &office, NEXT_Q1, seen_period(denied.s, NEXT_Q1),
				       NULL, &denied.e));
	world_script(&denied, "UPDATE action SET state = 'closed-out' WHERE id = 5");
}

/* The plan of fixture.h, which has another edition (edition.h). */
static void add_plan(void)
{
	struct actor office = world_actor(&denied, OFFICE, DENIED_TODAY);
	struct plan_row row;
	struct plan p;

	fixture_plan(&denied.a, &p);
	DENIED_MADE(store_plan_import(denied.s, &office, &p, "qs2021", &denied.a, &row, NULL,
				      &denied.e));
}

/* What people of the table of posts have in the file is theirs; these are lent. */
static void lend_posts(void)
{
	world_script(&denied, "INSERT INTO post (person_id, role, unit_id, since_at) VALUES "
			      "(7, 'assessor', NULL, '2021-10-02T04:00:00Z'),"
			      "(7, 'admin', NULL, '2021-10-02T04:00:00Z'),"
			      "(6, 'approver', 2, '2021-10-02T04:00:00Z')");
}

void denied_fill(void)
{
	struct actor edu;

	world_make(&denied);
	lend_posts();
	edu = world_actor(&denied, EDU_OFFICER, DENIED_TODAY);
	there.report = world_handed_in(&denied, DENIED_TODAY);
	add_milestone(&edu);
	there.evidence = world_evidence(&denied, DENIED_TODAY).id;
	there.example = world_case(&denied, DENIED_TODAY).id;
	add_request(&edu);
	add_notices();
	add_key();
	add_closed();
	add_plan();
	denied_add_own(&edu);
	store_close(denied.s);
	filled = tmp_read(denied.path, &nfilled);
	cr_assert(filled);
	denied.s = world_open_again(&denied);
}

void denied_again(void)
{
	store_close(denied.s);
	free(tmp_write(&denied.tmp, "duban.db", filled, nfilled));
	denied.s = world_open_again(&denied);
}

void denied_end(void)
{
	free(filled);
	world_remove(&denied);
}
