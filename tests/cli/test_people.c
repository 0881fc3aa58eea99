/* Tables as people read them: words instead of what programs get, a sentence instead of nothing. */
#include "tests/cli/desk.h"

#include <criterion/criterion.h>
#include <string.h>

static struct desk d;

static void open_desk(void)
{
	desk_open(&d);
}
static void close_desk(void)
{
	desk_close(&d);
}
TestSuite(people, .init = open_desk, .fini = close_desk);

#define HAS(text, part)                                                                            \
	cr_expect(strstr((text), (part)) != NULL, "no \"%s\" in:\n%s", (part), (text))
#define LACKS(text, part)                                                                          \
	cr_expect(strstr((text), (part)) == NULL, "\"%s\" in:\n%s", (part), (text))

Test(people, read_the_log_in_words)
{
	desk_must(&d, "report", "3", "--as", "shuiwu", "--percent", "5", "--done", "测流量", NULL);
	HAS(desk_must(&d, "log", "--limit", "1", "--as", "shuiwu", NULL), "draft kept");
	HAS(d.r.out, "percent: 5 · what was done: 测流量");
	HAS(d.r.out, "liaison officer");
	LACKS(d.r.out, "{");
	LACKS(d.r.out, "report.save");
	desk_must(&d, "log", "--limit", "1", "--as", "shuiwu", "--format", "tsv", NULL);
	HAS(d.r.out, "report.save");
	HAS(d.r.out, "{\"state\":\"draft\"");
}

Test(people, read_that_a_draft_was_kept_and_not_what_it_says)
{
	desk_must(&d, "report", "3", "--as", "shuiwu", "--percent", "5", "--done", "测流量", NULL);
	HAS(desk_must(&d, "log", "--limit", "1", NULL), "draft kept");
	LACKS(d.r.out, "测流量");
	LACKS(desk_must(&d, "log", "--limit", "1", "--format", "json", NULL), "测流量");
	desk_must(&d, "report", "3", "--as", "shuiwu", "--percent", "5", "--done", "测流量",
		  "--submit", NULL);
	HAS(desk_must(&d, "log", "--limit", "1", NULL), "测流量");
}

Test(people, read_a_sentence_where_a_list_has_no_rows)
{
	HAS(desk_must(&d, "milestone", "list", NULL), "no milestone fits");
	LACKS(d.r.out, "Due");
	HAS(desk_must(&d, "milestone", "list", "--format", "tsv", NULL), "due\t");
	cr_expect_str_eq(desk_must(&d, "milestone", "list", "--format", "json", NULL), "[]\n");
}

Test(people, give_an_option_the_word_they_read_in_tables)
{
	HAS(desk_must(&d, "list", "--role", "cooperating", NULL), "区教育局");
	LACKS(d.r.out, "区水务局");
	HAS(desk_must(&d, "list", "--role", "coop", NULL), "区教育局");
	cr_expect_eq(desk_say(&d, "list", "--role", "boss", NULL), 2);
	HAS(d.r.err, "\"boss\" is not one of lead, coop (cooperating), ");
}

Test(people, read_lamp_and_cause_in_two_columns)
{
	desk_must(&d, "milestone", "add", "1", "讲师队伍", "--due", "2021-11-10", "--unit",
		  "区教育局", NULL);
	HAS(desk_must(&d, "overview", "--as", "jiaoyu", NULL), "red    11 days late  yx2021/1");
}
