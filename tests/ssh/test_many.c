/* On the last day of a quarter: fifty people of fifty units log in at the same moment, each with a
 * key, and each hands in a report while the others do. */
#include "tests/ssh/server.h"

#include "core/mem.h"
#include "tests/support/clock.h"
#include "tests/support/file_check.h"

#include <stdlib.h>

/* A checked program needs ten times the memory, and as much more time. */
#ifdef __SANITIZE_ADDRESS__
enum { PEOPLE = 12 };
#else
enum { PEOPLE = 50 };
#endif

struct person {
	char unit[32], login[8], done[64];
	struct pty *p;
};

static void name_all(struct person *people)
{
	static const char *const first[] = {"东", "南", "西", "北", "上",
					    "下", "前", "后", "新", "中"};
	static const char *const second[] = {"山", "河", "湖", "林", "桥"};

	for (int i = 0; i < PEOPLE; i++) {
		snprintf(people[i].unit, sizeof people[i].unit, "%s%s街道", first[i % 10],
			 second[i / 10]);
		snprintf(people[i].login, sizeof people[i].login, "p%02d", i + 1);
		snprintf(people[i].done, sizeof people[i].done, "步道%d号已建成", i + 1);
	}
}

/* One action for each unit, and a person with a key. */
static void settle_in(struct server *s, const struct person *people)
{
	struct strbuf plan = STRBUF_INIT;

	strbuf_puts(&plan, "健康松溪2021年步道建设计划\n\n");
	for (int i = 0; i < PEOPLE; i++)
		strbuf_printf(&plan, "%d.%s步道行动。建设步道。（责任单位：★%s）\n\n", i + 1,
			      people[i].unit, people[i].unit);
	room_import(&s->room, "bd2021", plan.s);
	strbuf_free(&plan);
	room_must(&s->room, NULL, "period", "add", "2021Q4", "--plan", "bd2021", NULL);
	for (int i = 0; i < PEOPLE; i++) {
		const struct person *one = &people[i];
		room_must(&s->room, NULL, "person", "add", one->login, one->login, NULL);
		room_must(&s->room, NULL, "person", "post", one->login, "reporter", "--unit",
			  one->unit, NULL);
		server_add_key(s, one->login, one->login);
	}
	room_see_tour(&s->room);
}

static void all_hand_in(struct person *people)
{
	for (int i = 0; i < PEOPLE; i++) {
		pty_expect(people[i].p, "What I owe");
		room_press(people[i].p, "Enter 2");
	}
	for (int i = 0; i < PEOPLE; i++) {
		pty_expect(people[i].p, "percent *");
		room_press(people[i].p, "4 5");
		room_tab_to(people[i].p, "done");
		pty_type(people[i].p, people[i].done);
	}
	for (int i = 0; i < PEOPLE; i++) {
		pty_expect(people[i].p, people[i].done);
		pty_key(people[i].p, "F9");
	}
	for (int i = 0; i < PEOPLE; i++) {
		pty_expect(people[i].p, "45%");
		room_press(people[i].p, "2");
	}
	for (int i = 0; i < PEOPLE; i++)
		pty_expect(people[i].p, "handed in");
}

static void expect_stored(struct server *s, const struct person *people)
{
	const char *log =
		room_must(&s->room, NULL, "log", "--limit", "500", "--format", "tsv", NULL);

	for (int i = 0; i < PEOPLE; i++)
		cr_expect(strstr(log, people[i].done), "no report of %s", people[i].unit);
	room_must(&s->room, NULL, "log", "verify", NULL);
	char *fault = file_fault(s->room.db);
	cr_expect_null(fault, "%s", fault);
	free(fault);
}

Test(ssh_many, work_at_once)
{
	static struct person people[PEOPLE];
	/* one hand types for all: it would be late to answer what their terminals are asked */
	SERVER_WITH(s, .config = "ambiguous = \"narrow\";\n");

	name_all(people);
	settle_in(&s, people);
	double begin = clock_ms();
	for (int i = 0; i < PEOPLE; i++)
		people[i].p = server_sit(&s, people[i].login, NULL);
	all_hand_in(people);
	cr_log_info("%d people have handed in after %.1f s", PEOPLE, (clock_ms() - begin) / 1e3);
	for (int i = 0; i < PEOPLE; i++) {
		server_leave(people[i].p);
		pty_end(people[i].p);
	}
	expect_stored(&s, people);
	server_close(&s);
}
