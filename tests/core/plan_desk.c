/* A plan under review that has a bit of everything, and its whole content as text. */
#include "tests/core/plan_desk.h"

#include <criterion/criterion.h>

#include <string.h>

static const char document[] =
	"云溪区净水三年行动方案\n"
	"一、净水\n"
	"1.清河行动。到2022年和2025年,水质达标率分别达到80%以上和90%以上。新建驿站3个,"
	"2021年6月底前完成。"
	"疏浚河道20公里。(责任单位:★区水利局、区住建局)\n"
	"2.植树行动。绿化覆盖率达到40%以上。水土流失持续改善。(责任单位:区园林局、区林业局)\n"
	"3.护坡行动。加固堤岸。(责任单位:★区水利局)\n"
	"二、宣传\n"
	"4.开展宣传。(责任单位:★区市场监督管理局)\n"
	"(1)进社区。发放手册500册。(责任单位:★区民政局)\n"
	"(2)进校园。(责任单位:★区教育局)\n"
	"5.举办讲座。(责任单位:★区市场监管局、区教育局\n";

struct plan_edit *desk_read(const char *text)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct plan p;

	cr_assert_eq(plan_read(&a, "t.txt", text, strlen(text), &p, &e), 0, "%s", e.text);
	struct plan_edit *ed = plan_edit_new(&p);
	arena_free(&a);
	return ed;
}

struct plan_edit *desk_open(void)
{
	return desk_read(document);
}

static void put_action(struct strbuf *b, const struct plan_action *a)
{
	struct arena scratch = ARENA_INIT;

	strbuf_printf(b, "%s/%s %s [%s] %s\n", a->parent, a->no, a->title, a->section, a->due);
	for (size_t i = 0; i < a->units.n; i++)
		strbuf_printf(b, "\t%s %s\n", role_word(a->units.at[i].role), a->units.at[i].name);
	for (size_t i = 0; i < a->indicators.n; i++)
		strbuf_printf(b, "\t%s (%s): %s\n", a->indicators.at[i].name,
			      a->indicators.at[i].measure,
			      plan_targets_text(&scratch, &a->indicators.at[i]));
	for (size_t i = 0; i < a->words.n; i++)
		strbuf_printf(b, "\t%s: %s\n", a->words.at[i].text,
			      plan_years_text(&scratch, &a->words.at[i]));
	for (size_t i = 0; i < a->volumes.n; i++)
		strbuf_printf(b, "\t%s %s %s\n", a->volumes.at[i].value, a->volumes.at[i].measure,
			      a->volumes.at[i].what);
	arena_free(&scratch);
}

char *desk_action_text(const struct plan_action *action)
{
	struct strbuf b = STRBUF_INIT;

	put_action(&b, action);
	return strbuf_detach(&b);
}

char *desk_text(const struct plan *p)
{
	struct strbuf b = STRBUF_INIT;

	strbuf_printf(&b, "%s|%s|%s|%s\n", p->title, p->doc_no, p->issuer, p->date);
	for (size_t i = 0; i < p->actions.n; i++) {
		put_action(&b, &p->actions.at[i]);
		strbuf_printf(&b, "\t%zu-%zu line %d\n", p->actions.at[i].clause.from,
			      p->actions.at[i].clause.to, p->actions.at[i].line);
	}
	for (size_t i = 0; i < p->doubts.n; i++) {
		const struct plan_doubt *d = &p->doubts.at[i];

		strbuf_printf(&b, "? %s %s %d %s|%s|%s|%s\n", plan_doubt_word(d->kind),
			      doubt_answer_word(d->answer), d->action, d->text, d->proposal, d->a,
			      d->b);
	}
	return strbuf_detach(&b);
}

size_t desk_action(const struct plan_edit *ed, const char *no)
{
	const struct plan *p = plan_edit_plan(ed);

	for (size_t i = 0; i < p->actions.n; i++)
		if (!strcmp(p->actions.at[i].no, no))
			return i;
	cr_assert_fail("no action %s", no);
	return 0;
}

size_t desk_doubt(const struct plan_edit *ed, enum plan_doubt_kind kind, const char *no)
{
	const struct plan *p = plan_edit_plan(ed);

	for (size_t i = 0; i < p->doubts.n; i++)
		if (p->doubts.at[i].kind == kind &&
		    (!no || p->doubts.at[i].action == (int)desk_action(ed, no)))
			return i;
	return SIZE_MAX;
}

size_t desk_place(const struct plan_edit *ed, const char *passage)
{
	const char *text = plan_edit_plan(ed)->text, *found = strstr(text, passage);

	cr_assert_not_null(found, "%s", passage);
	return (size_t)(found - text);
}

void desk_check_step(struct plan_edit *ed, const char *label)
{
	char *after = desk_text(plan_edit_plan(ed)), *before, *again;
	size_t n = plan_edit_nsteps(ed);

	cr_assert_gt(n, 0);
	cr_expect_str_eq(plan_edit_undo_label(ed), label);
	cr_assert(plan_edit_undo(ed));
	before = desk_text(plan_edit_plan(ed));
	cr_expect_str_neq(before, after);
	cr_expect_eq(plan_edit_nsteps(ed), n - 1);
	cr_expect_str_eq(plan_edit_redo_label(ed), label);
	cr_assert(plan_edit_redo(ed));
	again = desk_text(plan_edit_plan(ed));
	cr_expect_str_eq(again, after);
	cr_expect_null(plan_edit_redo_label(ed));
	free(before);
	free(after);
	free(again);
}
