/* What the screens of requests look like, in windows of both sizes and both languages: the form of
 * each kind, the answers to one, and the way from a refusal to what lifts it. */
#include "tests/tui/request_desk.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>
#include <stdlib.h>

static struct screen s;

static void begin(void)
{
	screen_language("en");
	screen_begin(&s, "chen", 80, 24);
}

static void end(void)
{
	screen_end(&s);
}

TestSuite(request_looks, .init = begin, .fini = end);

/* view_request_form, view_requests, view_request, view_request_answer */
static const struct {
	int cols, rows;
	const char *language;
} looks[] = {{80, 24, "en"}, {60, 20, "en"}, {80, 24, "zh_CN"}, {60, 20, "zh_CN"}};

static void look(size_t i, const char *login)
{
	screen_leave(&s);
	if (!screen_language(looks[i].language))
		cr_skip_test("no translation has been built");
	screen_sit(&s, login, looks[i].cols, looks[i].rows);
}

Test(request_looks, forms_look)
{
	for (size_t i = 0; i < sizeof looks / sizeof looks[0]; i++)
		for (enum request_kind kind = REQUEST_NONE + 1; kind < REQUEST_KIND_COUNT; kind++) {
			char *name = xasprintf("request-%s", request_kind_word(kind));

			look(i, "chen");
			request_desk_open(&s, kind);
			screen_golden(&s, name);
			free(name);
		}
}

Test(request_looks, answers_look)
{
	request_desk_ask(&s, REQUEST_EXTENSION,
			 "连续降雨，操场改造要到十二月上旬才能完工，筛查车进不了校园。");
	for (size_t i = 0; i < sizeof looks / sizeof looks[0]; i++) {
		look(i, "admin");
		screen_golden(&s, "office-asked");
		screen_open(&s, &view_requests, (struct view_args){0});
		screen_golden(&s, "requests");
		screen_press(&s, "Enter");
		screen_golden(&s, "request");
		screen_press(&s, "Enter");
		screen_golden(&s, "request-menu");
		screen_press(&s, "1");
		screen_golden(&s, "request-grant");
		screen_press(&s, "Esc Enter 2");
		screen_golden(&s, "request-refuse");
	}
}

Test(request_looks, refusals_look)
{
	for (size_t i = 0; i < sizeof looks / sizeof looks[0]; i++) {
		cr_assert_eq(moment_read("2022-02-20", &s.d.now, &s.d.e), 0);
		look(i, "chen");
		screen_press(&s, "1 e");
		screen_golden(&s, "remedy");
	}
}
