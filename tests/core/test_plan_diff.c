/* A new edition beside the plan that is there: which action is which, and what is said of it. */
#include "core/plan/plan_diff.h"

#include "core/plan/plan_path.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#include <stdlib.h>
#include <string.h>

static struct arena a;

static void end(void)
{
	arena_free(&a);
}

TestSuite(plan_diff, .fini = end);

/* Plans are written one action a line: no|title|text|units|due|section, the last three may be left
 * out. Units are parted by blanks, "*" before a name makes a lead. */
enum { FIELDS = 6 };

static void take_fields(const char *line, size_t nbytes, const char *field[FIELDS])
{
	const char *last = line + nbytes;

	for (int i = 0; i < FIELDS; i++) {
		const char *bar = memchr(line, '|', (size_t)(last - line));
		const char *to = bar ? bar : last;

		field[i] = arena_strndup(&a, line, (size_t)(to - line));
		line = bar ? bar + 1 : last;
	}
}

static void add_units(struct plan_action *act, char *units)
{
	for (char *name = strtok(units, " "); name; name = strtok(NULL, " ")) {
		bool lead = *name == '*';

		*vec_push(&a, &act->units) = (struct plan_unit){
			.name = name + lead, .role = lead ? ROLE_LEAD : ROLE_COOP};
	}
}

static void add_section(struct plan *p, const char *title)
{
	for (size_t i = 0; i < p->sections.n; i++)
		if (!*title || strcmp(p->sections.at[i].title, title) == 0)
			return;
	if (*title)
		*vec_push(&a, &p->sections) = (struct plan_section){title, title};
}

static void add_action(struct plan *p, struct strbuf *text, const char *line, size_t nbytes)
{
	struct plan_action *act = vec_push(&a, &p->actions);
	const char *field[FIELDS];

	take_fields(line, nbytes, field);
	act->no = field[0];
	act->title = field[1];
	act->due = field[4];
	act->section = field[5];
	act->parent = "";
	add_units(act, arena_strdup(&a, field[3]));
	add_section(p, field[5]);
	act->clause.from = text->nbytes;
	strbuf_printf(text, "%s.%s。%s", field[0], field[1], field[2]);
	act->clause.to = text->nbytes;
	strbuf_putc(text, '\n');
}

static struct plan *plan_of(const char *lines)
{
	struct plan *p = arena_alloc(&a, sizeof *p);
	struct strbuf text = STRBUF_INIT;

	*p = (struct plan){.file = "", .title = "计划", .doc_no = "", .issuer = "", .date = ""};
	for (const char *line = lines; *line;) {
		size_t nbytes = strcspn(line, "\n");
		add_action(p, &text, line, nbytes);
		line += nbytes + (line[nbytes] == '\n');
	}
	p->text = arena_strndup(&a, text.s ? text.s : "", text.nbytes);
	p->nbytes = text.nbytes;
	strbuf_free(&text);
	return p;
}

/* The plan as it stands, the last `nwithdrawn` actions of it withdrawn. */
static struct plan_standing *standing_of(const char *lines, size_t nwithdrawn)
{
	struct plan_standing *old = arena_alloc(&a, sizeof *old);

	old->plan = *plan_of(lines);
	old->nactions = old->plan.actions.n - nwithdrawn;
	old->paths = plan_paths(&a, &old->plan);
	for (size_t i = old->nactions; i < old->plan.actions.n; i++)
		old->paths[i] = arena_printf(&a, "%s@1", old->plan.actions.at[i].no);
	return old;
}

/* "=1 ~2>3 +4 -5": same, changed with its path before where it has another, new, gone; ^ back. */
static const char *show(const struct plan_diff *d)
{
	static const char signs[DIFF_KIND_COUNT] = {'=', '~', '+', '^', '-'};
	const char *text = "";

	for (size_t i = 0; i < d->entries.n; i++) {
		const struct diff_entry *x = &d->entries.at[i];
		const char *path = plan_diff_path(d, x);
		const char *was = x->was == DIFF_NONE ? path : d->old->paths[x->was];

		text = arena_printf(&a, "%s%s%c", text, i ? " " : "", signs[x->kind]);
		if (strcmp(was, path) != 0)
			text = arena_printf(&a, "%s%s>", text, was);
		text = arena_printf(&a, "%s%s", text, path);
	}
	return text;
}

static struct plan_diff *diff(const char *old, const char *new)
{
	return plan_diff_make(&a, standing_of(old, 0), plan_of(new));
}

/* What is said of the first entry that says anything, sentences parted by "; ". */
static const char *said(const struct plan_diff *d)
{
	const char *text = "";

	for (size_t i = 0; i < d->entries.n && !*text; i++)
		for (size_t k = 0; k < d->entries.at[i].changes.n; k++)
			text = arena_printf(&a, "%s%s%s", text, k ? "; " : "",
					    d->entries.at[i].changes.at[k].text);
	return text;
}

#define LECTURES "健康讲堂行动|组建讲师队伍,全年举办讲堂。"
#define EYES	 "护眼行动|为学生建立视力档案,改善教室照明。"
#define WATER	 "净水行动|更新老旧供水管网,每季度公布水质。"

static const char three[] = "1|" LECTURES "\n2|" EYES "\n3|" WATER;

struct pairing {
	const char *what, *old, *new, *shown;
};

static const struct pairing pairings[] = {
	{"nothing has changed", three, three, "=1 =2 =3"},
	{"an action more at the end", three,
	 "1|" LECTURES "\n2|" EYES "\n3|" WATER "\n4|控烟行动|公共场所全面禁烟。", "=1 =2 =3 +4"},
	{"an action in between moves those behind it", three,
	 "1|" LECTURES "\n2|控烟行动|公共场所全面禁烟。\n3|" EYES "\n4|" WATER, "=1 +2 ~2>3 ~3>4"},
	{"one gone in the middle", three, "1|" LECTURES "\n2|" WATER, "=1 -2 ~3>2"},
	{"the first and the last gone", three, "1|" EYES, "-1 ~2>1 -3"},
	{"another order", three, "1|" WATER "\n2|" LECTURES "\n3|" EYES, "~3>1 ~1>2 ~2>3"},
	{"a title reworded at its place", three,
	 "1|健康讲堂提升行动|扩大讲师队伍,走进社区开讲。\n2|" EYES "\n3|" WATER, "~1 =2 =3"},
	{"the same text under another title and number", three,
	 "1|饮水安全工程|更新老旧供水管网,每季度公布水质。\n2|" LECTURES "\n3|" EYES,
	 "~3>1 ~1>2 ~2>3"},
	{"something else at the same number", three,
	 "1|" LECTURES "\n2|" EYES "\n3|控烟行动|公共场所全面禁烟,劝导员上岗。", "=1 =2 -3 +3"},
	{"what every action says makes none alike",
	 "1|老年健康促进行动|加强组织领导,推进老年体检。\n"
	 "2|职业健康促进行动|加强组织领导,推进尘毒治理。\n"
	 "3|心理健康促进行动|加强组织领导,推进热线建设。\n"
	 "4|学校健康促进行动|加强组织领导,推进视力筛查。",
	 "1|妇幼健康促进行动|加强组织领导,推进孕产保健。\n"
	 "2|职业健康促进行动|加强组织领导,推进尘毒治理。\n"
	 "3|心理健康促进行动|加强组织领导,推进热线建设。\n"
	 "4|学校健康促进行动|加强组织领导,推进视力筛查。",
	 "-1 +1 =2 =3 =4"},
	{"texts that occur twice stay at their places",
	 "1|督促检查|每季度通报。\n2|督促检查|每季度通报。",
	 "1|督促检查|每季度通报。\n2|督促检查|每季度通报。", "=1 =2"},
	{"blanks and line ends are no words", "1|护眼行动|建立 视力档案。",
	 "1|护眼行动|建立视力档案。", "=1"},
	{"everything gone but one new", "1|护眼行动|建立视力档案。", "1|控烟措施|公共场所禁烟。",
	 "-1 +1"},
};

Test(plan_diff, tells_which_action_is_which)
{
	for (size_t i = 0; i < sizeof pairings / sizeof *pairings; i++) {
		const struct pairing *c = &pairings[i];
		const char *shown = show(diff(c->old, c->new));

		cr_expect_str_eq(shown, c->shown, "%s: %s", c->what, shown);
	}
}

static const struct {
	const char *what, *old, *new, *said;
} sentences[] = {
	{"number", "1|护眼行动|建档。", "5|护眼行动|建档。", "1 is now 5"},
	{"title", "1|护眼行动|建立视力档案。", "1|护眼专项行动|建立视力档案。",
	 "the title \"护眼行动\" is now \"护眼专项行动\"; "
	 "the clause says \"护眼专项行动。建立视\" now, no longer \"护眼行动。建立视\""},
	{"a figure in the clause", "1|讲堂行动|组建讲师队伍,全年举办讲堂120场,走进社区。",
	 "1|讲堂行动|组建讲师队伍,全年举办讲堂150场,走进社区。",
	 "the clause says \"年举办讲堂150场,走进社\" now, no longer "
	 "\"年举办讲堂120场,走进社\""},
	{"units", "1|护眼行动|建档。|*区教育局 区科协 区体育局",
	 "1|护眼行动|建档。|区教育局 *区科协 区文旅局",
	 "区教育局: cooperating instead of lead; 区科协: lead instead of cooperating; "
	 "区文旅局 joins (cooperating); 区体育局 takes part no longer"},
	{"a later date", "1|护眼行动|建档。||2021-12", "1|护眼行动|建档。||2022-06",
	 "due on 2022-06-30, before: 2021-12-31"},
	{"month and its last day", "1|护眼行动|建档。||2021-12", "1|护眼行动|建档。||2021-12-31",
	 ""},
	{"a date more", "1|护眼行动|建档。", "1|护眼行动|建档。||2022-06",
	 "due on 2022-06-30; there was no date"},
	{"a date less", "1|护眼行动|建档。||2022-06", "1|护眼行动|建档。",
	 "due on 2022-06-30 no longer"},
	{"section", "1|护眼行动|建档。|||重点", "1|护眼行动|建档。|||专项",
	 "it stands under \"专项\" now"},
	{"no section", "1|护眼行动|建档。|||重点", "1|护眼行动|建档。",
	 "it stands under \"重点\" no longer"},
};

Test(plan_diff, says_what_has_changed)
{
	for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++) {
		const char *text = said(diff(sentences[i].old, sentences[i].new));

		cr_expect_str_eq(text, sentences[i].said, "%s: %s", sentences[i].what, text);
	}
}

static void add_level(struct plan_action *act, const char *name, const char *value)
{
	struct plan_indicator *in = vec_push(&a, &act->indicators);

	in->name = name;
	in->measure = "%";
	*vec_push(&a, &in->targets) = (struct plan_target){2030, OP_AT_LEAST, value};
}

static void add_volume(struct plan_action *act, const char *value, const char *what)
{
	*vec_push(&a, &act->volumes) =
		(struct plan_volume){.value = value, .measure = "场次", .what = what};
}

Test(plan_diff, targets_and_volumes_are_compared_by_their_names)
{
	struct plan_standing *old = standing_of("1|讲堂行动|办讲堂。", 0);
	struct plan *new = plan_of("1|讲堂行动|办讲堂。");

	add_level(&old->plan.actions.at[0], "素养水平", "30");
	add_level(&old->plan.actions.at[0], "知晓率", "80");
	add_level(&new->actions.at[0], "素养水平", "35");
	add_volume(&old->plan.actions.at[0], "120", "举办讲堂");
	add_volume(&new->actions.at[0], "150", "举办讲堂");
	add_volume(&new->actions.at[0], "2", "培训讲师");
	cr_expect_str_eq(said(plan_diff_make(&a, old, new)),
			 "target 素养水平: 2030 ≥ 35%, before: 2030 ≥ 30%; "
			 "target gone: 知晓率 2030 ≥ 80%; "
			 "work volume 举办讲堂: 150 场次, before: 120 场次; "
			 "new work volume: 培训讲师 2 场次");
}

Test(plan_diff, a_target_without_a_year_was_or_is_none)
{
	struct plan_standing *old = standing_of("1|讲堂行动|办讲堂。", 0);
	struct plan *new = plan_of("1|讲堂行动|办讲堂。");
	struct plan_words *is = vec_push(&a, &new->actions.at[0].words);

	*vec_push(&a, &old->plan.actions.at[0].words) = (struct plan_words){.text = "全覆盖"};
	*is = (struct plan_words){.text = "全覆盖"};
	*vec_push(&a, &is->years) = 2030;
	cr_expect_str_eq(said(plan_diff_make(&a, old, new)), "target 全覆盖: 2030, before: none");
}

Test(plan_diff, the_document_itself_may_change)
{
	struct plan_standing *old = standing_of(three, 0);
	struct plan *new = plan_of(three);

	cr_expect(plan_diff_is_empty(plan_diff_make(&a, old, new)));
	new->doc_no = "云政发〔2022〕3号";
	struct plan_diff *d = plan_diff_make(&a, old, new);
	cr_expect_not(plan_diff_is_empty(d));
	cr_assert_eq(d->head.n, 1);
	cr_expect_eq(d->head.at[0].part, DIFF_DOC_NO);
	cr_expect_str_eq(d->head.at[0].text, "document number: 云政发〔2022〕3号");
}

Test(plan_diff, a_withdrawn_action_comes_back)
{
	static const char lines[] =
		"1|" LECTURES "\n2|" WATER "\n2|" EYES "\n3|控烟行动|公共场所全面禁烟。";
	struct plan_diff *d = plan_diff_make(&a, standing_of(lines, 2), plan_of(three));

	cr_expect_str_eq(show(d), "=1 ^2@1>2 ~2>3");
	cr_expect_eq(d->counts[DIFF_BACK], 1);
	cr_expect_eq(d->counts[DIFF_GONE], 0);
}

Test(plan_diff, a_document_without_text_is_compared_by_titles)
{
	struct plan_standing *old = standing_of(three, 0);
	struct plan *new = plan_of("1|护眼行动\n2|健康讲堂行动\n3|控烟措施");

	old->plan.text = new->text = "";
	old->plan.nbytes = new->nbytes = 0;
	for (size_t i = 0; i < 3; i++)
		old->plan.actions.at[i].clause = new->actions.at[i].clause =
			(struct plan_span){0, 0};
	cr_expect_str_eq(show(plan_diff_make(&a, old, new)), "~2>1 -3 ~1>2 +3");
}

Test(plan_diff, somebody_may_know_better)
{
	struct plan_diff *d = diff(three, "1|" LECTURES "\n2|控烟措施|公共场所禁烟。\n3|" WATER);

	cr_assert_str_eq(show(d), "=1 -2 +2 =3");
	plan_diff_pair(d, 1, 1);
	cr_expect_str_eq(show(d), "=1 ~2 =3");
	cr_expect(d->entries.at[1].by_hand);
	cr_expect_not(d->entries.at[0].by_hand);
	plan_diff_part(d, 1);
	cr_expect_str_eq(show(d), "=1 -2 +2 =3");
	plan_diff_part(d, 2);
	cr_expect_str_eq(show(d), "=1 -2 -3 +2 +3");
	/* both leave those they were paired with */
	plan_diff_pair(d, 0, 2);
	cr_expect_str_eq(show(d), "+1 +2 ~1>3 -2 -3");
	cr_expect_eq(d->counts[DIFF_NEW], 2);
	cr_expect_eq(d->counts[DIFF_GONE], 2);
}

/* Thousands of actions, each with something of its own, half of them moved by an insertion. */
Test(plan_diff, a_large_plan_is_compared_in_time)
{
	enum { MANY = 3000 };
	struct strbuf old = STRBUF_INIT, new = STRBUF_INIT;

	for (int i = 0; i < MANY; i++) {
		strbuf_printf(&old, "%d|第%d区健康促进行动|开展%d次活动,覆盖%d人。\n", i + 1,
			      i * 7919, i, i * 31);
		strbuf_printf(&new, "%d|第%d区健康促进行动|开展%d次活动,覆盖%d人以上。\n",
			      i + 1 + (i > MANY / 2), i * 7919, i, i * 31);
	}
	struct plan_diff *d = diff(old.s, new.s);
	cr_expect_eq(d->counts[DIFF_CHANGED], MANY);
	strbuf_free(&old);
	strbuf_free(&new);
}

Test(plan_diff, days_of_due_dates)
{
	static const struct {
		const char *due, *day;
		bool good;
	} cases[] = {
		{"", "", true},
		{"2021-02", "2021-02-28", true},
		{"2020-02", "2020-02-29", true},
		{"2021-06-15", "2021-06-15", true},
		{"2021-13", "", false},
		{"2021-06-31", "", false},
		{"2021", "", false},
		{"2021-06-15-", "", false},
	};
	char text[DATE_TEXT];

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct date day;
		cr_expect_eq(plan_due_day(cases[i].due, &day), cases[i].good, "%s", cases[i].due);
		if (cases[i].good)
			cr_expect_str_eq(date_format(day, text), cases[i].day);
	}
}
