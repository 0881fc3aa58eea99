/*
 * How many keys the usual work takes beside its text, from the first screen on: with shortcuts, and
 * with arrows, Enter, Tab and digits alone. The counts are a promise: at most twelve for a report,
 * eight for a document as evidence.
 */
#include "db/report/store_evidence.h"
#include "tests/tui/screen.h"

#include <criterion/criterion.h>

static struct screen s;
static int nkeys;

static void begin(void)
{
	nkeys = 0;
	screen_language("en");
	screen_begin(&s, "chen", 80, 24);
	screen_press(&s, "Down"); /* to action 4 */
}

static void end(void)
{
	screen_end(&s);
}

TestSuite(few_keys, .init = begin, .fini = end);

static void press(const char *names)
{
	for (const char *c = names; *c; c++)
		nkeys += c == names || c[-1] == ' ';
	screen_press(&s, names);
}

/* Enter, until the button that submits has the focus and is pressed. */
static void enter_to_the_end(const char *title)
{
	for (int i = 0; i < 9 && !screen_has(&s, title); i++)
		press("Enter");
}

Test(few_keys, a_report_with_shortcuts)
{
	press("e");
	screen_type(&s, "45");
	press("Tab");
	screen_type(&s, "本季度完成二十所学校视力筛查");
	press("F9 Enter");
	cr_expect(screen_has(&s, "handed in"), "%s", app_message(s.app));
	cr_expect_leq(nkeys, 5, "%d keys", nkeys);
}

Test(few_keys, a_report_without_letters_and_function_keys)
{
	press("Enter 2");
	screen_type(&s, "45");
	press("Tab");
	screen_type(&s, "本季度完成二十所学校视力筛查");
	for (int i = 0; i < 9 && !screen_has(&s, "goes to the office"); i++)
		press(i < 8 ? "Enter" : "Tab");
	press("Enter");
	cr_expect(screen_has(&s, "handed in"), "%s", app_message(s.app));
	cr_expect_leq(nkeys, 12, "%d keys", nkeys);
}

Test(few_keys, nothing_has_changed_is_one_key_and_its_confirmation)
{
	press("=");
	press("Enter");
	cr_expect(screen_has(&s, "no change reported"), "%s", app_message(s.app));
	cr_expect_leq(nkeys, 3);
}

Test(few_keys, nothing_has_changed_by_the_menu)
{
	press("Enter 3 Enter");
	cr_expect(screen_has(&s, "no change reported"), "%s", app_message(s.app));
	cr_expect_leq(nkeys, 4);
}

static void expect_document(const char *doc_no)
{
	struct actor chen = district_actor(&s.d, "chen");
	struct evidence_filter f = {.action_id = district_action(&s.d, "4")};
	struct evidence_rows rows;

	cr_assert_eq(store_evidence_list(s.d.s, &s.d.a, &chen, &f, 10, &rows, &s.d.e), 0);
	cr_assert_gt(rows.n, 0);
	cr_expect_str_eq(rows.at[0].doc_no, doc_no);
}

Test(few_keys, a_document_as_evidence_with_shortcuts)
{
	press("V");
	screen_type(&s, "视力筛查工作总结");
	press("Tab");
	screen_type(&s, "云教〔2021〕71号");
	press("F9");
	expect_document("云教〔2021〕71号");
	cr_expect_leq(nkeys, 3, "%d keys", nkeys);
}

Test(few_keys, a_document_as_evidence_without_letters_and_function_keys)
{
	press("Enter 9");
	screen_type(&s, "视力筛查工作总结");
	press("Enter");
	screen_type(&s, "云教〔2021〕71号");
	enter_to_the_end("recorded.");
	expect_document("云教〔2021〕71号");
	cr_expect_leq(nkeys, 8, "%d keys", nkeys);
}

Test(few_keys, a_milestone_is_marked_done_by_digits_and_enter)
{
	press("Enter 4 Down Enter 1 F9");
	cr_expect(screen_has(&s, "区教育局 done"), "%s", app_message(s.app));
	cr_expect_leq(nkeys, 6);
}
