/* How many keys it takes, beside the text itself: what people do every period must be short. */
#include "tests/e2e/room.h"

#include "core/mem.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

/* Somebody who counts the keys they press. */
struct counter {
	struct pty *p;
	int keys;
};

static struct counter sit(struct room *r)
{
	struct counter c = {room_sit(r, "jiaoyu", "zh_CN"), 0};

	pty_expect(c.p, "我要报的");
	return c;
}

static void press(struct counter *c, const char *names, const char *seen)
{
	for (const char *s = names; *s; s += strspn(s, " ")) {
		c->keys++;
		s += strcspn(s, " ");
	}
	room_press(c->p, names);
	pty_expect(c->p, seen);
}

static void tab_to(struct counter *c, const char *label)
{
	c->keys += room_tab_to(c->p, label);
}

/* With the plainest keys: Tab and Enter in place of F9. */
Test(few_keys, from_log_in_to_a_report_that_is_handed_in)
{
	struct room r;
	room_open(&r);
	struct counter c = sit(&r);

	press(&c, "Enter", "2 填报进展");
	press(&c, "2", "此前没有填报");
	pty_type(c.p, "45");
	tab_to(&c, "完成情况");
	pty_type(c.p, "完成二十所学校视力筛查");
	tab_to(&c, " 提交 ");
	press(&c, "Enter", "将提交健康办：45%");
	press(&c, "2", "已提交");
	room_expect_count(c.p, "zh_CN", "sent %d", 1);
	cr_expect_leq(c.keys, 12, "%d keys", c.keys);
	room_expect_in(room_must(&r, NULL, "list", "--unit", "区教育局", "--format", "tsv", NULL),
		       "\tsubmitted\t45");
	pty_end(c.p);
	room_close(&r);
}

Test(few_keys, nothing_has_changed)
{
	struct room r;
	room_open(&r);
	r.env[1] = "DUBAN_NOW=2021-09-28"; /* in the quarter before */
	room_must(&r, NULL, "period", "add", "2021Q3", NULL);
	for (int i = 1; i <= 3; i++) {
		char *action = xasprintf("sx2021/%d", i);
		room_must(&r, "jiaoyu", "report", action, "--percent", "40", "--done", "完成十所",
			  "--period", "2021Q3", "--submit", NULL);
		room_must(&r, NULL, "review", action, "--unit", "区教育局", "--period", "2021Q3",
			  "--accept", NULL);
		free(action);
	}
	r.env[1] = "DUBAN_NOW=2021-11-21";
	struct counter c = sit(&r);

	room_expect_count(c.p, "zh_CN", "owed %d", 3);
	pty_type(c.p, "="); /* one key … */
	pty_expect(c.p, "2 ");
	room_press(c.p, "2"); /* … and its confirmation */
	room_expect_count(c.p, "zh_CN", "sent %d", 1);
	room_expect_in(room_must(&r, NULL, "list", "--unit", "区教育局", "--format", "tsv", NULL),
		       "\tsubmitted\t40");
	pty_end(c.p);
	room_close(&r);
}

Test(few_keys, a_document_as_evidence)
{
	struct room r;
	room_open(&r);
	struct counter c = sit(&r);

	press(&c, "Enter", "5 ");
	press(&c, "5", "还没有佐证材料");
	press(&c, "Enter", "文号");
	tab_to(&c, "标题");
	pty_type(c.p, "灯具改造验收");
	tab_to(&c, "文号");
	pty_type(c.p, "松教发〔2021〕7号");
	c.keys++;
	pty_key(c.p, "F9");
	pty_expect(c.p, "[4 佐证材料]");
	cr_expect_leq(c.keys, 8, "%d keys", c.keys);
	room_expect_in(room_must(&r, NULL, "evidence", "list", "--format", "json", NULL),
		       "松教发〔2021〕7号");
	pty_end(c.p);
	room_close(&r);
}
