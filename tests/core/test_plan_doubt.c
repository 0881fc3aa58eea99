/* The doubts that follow from a plan, each with its proposal; names that the file knows; what the
 * reading left over. */
#include "core/plan/plan_doubt.h"

#include <criterion/criterion.h>

#include <string.h>

static struct arena arena;

static void done(void)
{
	arena_free(&arena);
}

TestSuite(plan_doubt, .fini = done);

static struct plan read_plan(const char *document)
{
	struct err e = ERR_INIT;
	struct plan p;

	cr_assert_eq(plan_read(&arena, "t.txt", document, strlen(document), &p, &e), 0, "%s",
		     e.text);
	return p;
}

static size_t count(const struct plan *p, enum plan_doubt_kind kind)
{
	size_t n = 0;

	for (size_t i = 0; i < p->doubts.n; i++)
		n += p->doubts.at[i].kind == kind;
	return n;
}

static const struct plan_doubt *find(const struct plan *p, enum plan_doubt_kind kind)
{
	for (size_t i = 0; i < p->doubts.n; i++)
		if (p->doubts.at[i].kind == kind)
			return &p->doubts.at[i];
	cr_assert_fail("no doubt %s", plan_doubt_word(kind));
	return NULL;
}

Test(plan_doubt, a_lead_is_proposed)
{
	struct plan p = read_plan("云溪区方案\n1.清河。(区水利局、区住建局负责)\n"
				  "2.修路。(区交通局负责)\n");
	const struct plan_doubt *d = find(&p, DOUBT_NO_LEAD);

	cr_expect_eq(d->action, 0);
	cr_expect_str_eq(d->a, "区水利局");
	cr_expect_not_null(strstr(d->proposal, "区水利局"));
	cr_expect_eq(count(&p, DOUBT_NO_LEAD), 1);
	p.actions.at[0].units.at[1].role = ROLE_LEAD;
	plan_doubts_of_plan(&arena, &p);
	cr_expect_eq(count(&p, DOUBT_NO_LEAD), 0);
}

struct number_case {
	const char *numbers; /* of the actions, parted by blanks */
	const char
		*doubts; /* "4>3": at 4 the number 3 is proposed; "4": a doubt without proposal */
};

static const struct number_case number_cases[] = {
	{"1 2 3", ""},
	{"1 2 4 4 5", "4>3 "},
	{"1 2 2 4", "2>3 "},
	{"1 2 2 3", "2 "},
	{"1 2 4 5 6", "4 "},
	{"1 2 2", "2>3 "},
	{"(一) (二) (四) (四)", "(四)>(三) "},
	{"第一条 第二条 第二条 第四条", "第二条>第三条 "},
	{"① ② ② ④", "②>③ "},
	{"1-1 1-2 2-1 2-2", ""},
	{"1-1 1-2 1-2 1-4", "1-2>1-3 "},
	{"十九 二十 二十 二十二", "二十>二十一 "},
	{"3 4 5", ""},
};

/* A plan of actions with the numbers and nothing else. */
static struct plan numbered(const char *numbers)
{
	struct plan p = {.title = "", .date = "", .text = ""};
	char *copy = arena_strdup(&arena, numbers), *save = NULL;

	for (char *no = strtok_r(copy, " ", &save); no; no = strtok_r(NULL, " ", &save)) {
		struct plan_action *action = vec_push(&arena, &p.actions);

		action->no = no;
		action->section = action->parent = action->title = action->due = "";
	}
	return p;
}

Test(plan_doubt, numbers)
{
	for (size_t i = 0; i < sizeof number_cases / sizeof *number_cases; i++) {
		struct plan p = numbered(number_cases[i].numbers);
		struct strbuf out = STRBUF_INIT;

		plan_doubts_of_plan(&arena, &p);
		for (size_t k = 0; k < p.doubts.n; k++) {
			const struct plan_doubt *d = &p.doubts.at[k];

			if (d->kind != DOUBT_NUMBER)
				continue;
			cr_expect_eq(*d->proposal != '\0', *d->a != '\0');
			strbuf_printf(&out, "%s%s%s ", p.actions.at[d->action].no, *d->a ? ">" : "",
				      d->a);
		}
		cr_expect_str_eq(out.s ? out.s : "", number_cases[i].doubts, "%s: %s",
				 number_cases[i].numbers, out.s ? out.s : "");
		strbuf_free(&out);
	}
}

Test(plan_doubt, a_year_is_proposed)
{
	struct plan p = read_plan("云溪区方案\n"
				  "1.清河。到2025年,水质达标率达到90%以上。(区水利局负责)\n"
				  "2.治土。漏损率控制在4%以下。(区住建局负责)\n"
				  "3.植树。绿化率每年提高0.5个百分点。(区园林局负责)\n");
	const struct plan_doubt *d = find(&p, DOUBT_FIGURE);

	cr_expect_eq(d->action, 1);
	cr_expect_str_eq(d->a, p.actions.at[1].indicators.at[0].name);
	cr_expect_str_eq(d->b, "2025");
	cr_expect_not_null(strstr(d->proposal, "2025"));
	cr_expect_eq(count(&p, DOUBT_FIGURE), 1);
}

Test(plan_doubt, the_same_unit)
{
	struct plan p = read_plan("云溪区方案\n1.清河。(区市场监督管理局负责)\n"
				  "2.治土。(区市场监管局负责)\n3.护岸。(区市场监管局负责)\n");
	const struct plan_doubt *d = find(&p, DOUBT_SAME_UNIT);

	cr_expect_str_eq(d->a, "区市场监管局");
	cr_expect_str_eq(d->b, "区市场监督管理局");
	cr_expect_eq(d->action, 0);
	cr_expect_neq(*d->proposal, '\0');
}

Test(plan_doubt, names_that_the_file_knows)
{
	static const char *const known[] = {"区卫生健康局", "区水利局", "区教育局"};
	struct plan p = read_plan("云溪区方案\n1.清河。(区水利局负责)\n2.查病。(区卫健局负责)\n");

	cr_expect_eq(count(&p, DOUBT_SAME_UNIT), 0);
	plan_same_known(&arena, &p, known, sizeof known / sizeof *known);
	cr_assert_eq(count(&p, DOUBT_SAME_UNIT), 1);
	cr_expect_str_eq(find(&p, DOUBT_SAME_UNIT)->a, "区卫生健康局");
	cr_expect_str_eq(find(&p, DOUBT_SAME_UNIT)->b, "区卫健局");
	cr_expect_eq(find(&p, DOUBT_SAME_UNIT)->action, 1);
	plan_same_known(&arena, &p, NULL, 0);
	cr_expect_eq(count(&p, DOUBT_SAME_UNIT), 1);
}

Test(plan_doubt, found_anew_the_others_stay)
{
	struct plan p = read_plan("云溪区方案\n1.清河。(区水利局、区住建局负责\n"
				  "2.修路。(区交通局负责)\n");
	const struct plan_doubt *old = p.doubts.at;
	size_t n = p.doubts.n;

	cr_assert_eq(count(&p, DOUBT_BRACKET), 1);
	plan_doubts_of_plan(&arena, &p);
	cr_expect_eq(p.doubts.n, n);
	cr_expect_neq(p.doubts.at, old);
	cr_expect_eq(count(&p, DOUBT_BRACKET), 1);
	for (size_t i = 0; i < n; i++)
		cr_expect_eq(p.doubts.at[i].kind, old[i].kind);
}

Test(plan_doubt, names_and_roles_that_are_guesses)
{
	struct plan p = read_plan("云溪区方案\n1.清河。责任单位:★区水利局、新安渠\n"
				  "2.修路。(区交通局会同区住建局、区财政局负责)\n"
				  "3.植树。责任单位:★区园林局\n");

	cr_expect_eq(find(&p, DOUBT_NAME)->action, 0);
	cr_expect_eq(find(&p, DOUBT_ROLE)->action, 1);
	cr_expect_eq(count(&p, DOUBT_NAME), 1);
	cr_expect_eq(count(&p, DOUBT_ROLE), 1);
}

Test(plan_doubt, duties_that_were_not_read)
{
	struct plan p =
		read_plan("云溪区方案\n一、主要任务\n"
			  "1.清河。清理河道,区住建局负责,年底前办结。(区水利局牵头)\n"
			  "2.修路。养护道路。(区交通局牵头)\n"
			  "3.植树。植树造林。(区园林局牵头)\n4.除尘。洒水。(区城管局牵头)\n");
	const struct plan_doubt *d = find(&p, DOUBT_UNREAD);

	cr_expect_eq(d->action, 0);
	cr_expect_eq(d->line, 3);
	cr_expect_not_null(strstr(d->text, "区住建局负责"));
}
