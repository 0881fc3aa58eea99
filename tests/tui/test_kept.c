/*
 * Nothing that is typed is lost: in every form and in every question for a text, what was typed
 * stands there again after Esc, after a line that breaks and after the limit of time. A source of
 * the interface that keeps a draft and has no place here fails.
 */
#include "core/text/utf8.h"
#include "db/report/store_draft.h"
#include "tests/tui/drafts.h"
#include "tests/tui/kept_places.h"
#include "tests/tui/screen.h"
#include "tests/tui/walk_acts.h"
#include "tui/home/resume.h"
#include "tui/view/views.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdlib.h>
#include <string.h>

static struct screen s;
static struct view_args args; /* of the place that is open */

static void open_place(const struct kept_place *p)
{
	if (p->ops)
		screen_open(&s, p->ops, args);
	screen_press(&s, p->open);
}

static void expect_text(const struct kept_place *p, const char *when)
{
	cr_expect(screen_has(&s, p->seen ? p->seen : p->text), "%s: %s (%s: %s)", p->name, when,
		  screen_top(&s), app_message(s.app));
}

enum way { ESC, HANG_UP, IDLE, WAYS };
static const char *const way_names[] = {"after Esc", "after a hang-up", "after the limit of time"};

static int64_t now_ms;

static int64_t clock_ms(void)
{
	return now_ms;
}

static void leave(enum way way)
{
	switch (way) {
	case ESC:
		screen_press(&s, "Esc");
		break;
	case HANG_UP:
		script_hangup(s.script);
		cr_expect_not(script_run(s.script, s.app));
		break;
	default:
		now_ms += 60000;
		cr_expect_not(script_run(s.script, s.app));
	}
}

static void leave_and_come_again(const struct kept_place *p, enum way way)
{
	screen_language("en");
	screen_begin(&s, p->who, 80, 24);
	s.context.clock_ms = clock_ms;
	s.context.idle_minutes = 1;
	args = p->args ? p->args(&s) : (struct view_args){0};
	open_place(p);
	screen_press(&s, p->to);
	screen_type(&s, p->text);
	expect_text(p, "typed");
	leave(way);
	screen_leave(&s);
	cr_expect_gt(drafts_count(&s.d, p->who, p->draft), 0, "%s: it is another text that is kept",
		     p->name);
	screen_sit(&s, p->who, 80, 24);
	open_place(p);
	expect_text(p, way_names[way]);
	screen_end(&s);
}

ParameterizedTestParameters(kept, stands_there_again)
{
	static size_t numbers[WAYS * KEPT_PLACES_MOST];
	size_t n = (size_t)WAYS * (size_t)kept_places_count;

	for (size_t i = 0; i < n; i++)
		numbers[i] = i;
	return cr_make_param_array(size_t, numbers, n);
}

ParameterizedTest(size_t *n, kept, stands_there_again)
{
	leave_and_come_again(&kept_places[*n / WAYS], (enum way)(*n % WAYS));
}

/* As far as it was typed. */
static void expect_so_far(const struct kept_place *p, size_t nbytes)
{
	char *text = strndup(p->text, nbytes);

	if (!p->seen)
		cr_expect(screen_has(&s, text), "%s: \"%s\" is lost (%s: %s)", p->name, text,
			  screen_top(&s), app_message(s.app));
	free(text);
}

/* A character, and the line breaks; again and again. */
static void hang_up_after_every_key(const struct kept_place *p)
{
	const char *end = p->text + strlen(p->text);

	screen_language("en");
	screen_begin(&s, p->who, 80, 24);
	args = p->args ? p->args(&s) : (struct view_args){0};
	for (const char *at = p->text; at < end;) {
		uint32_t cp;
		char *one = strndup(at, (size_t)utf8_decode(at, end, &cp));

		open_place(p);
		if (at > p->text) {
			expect_so_far(p, (size_t)(at - p->text));
			screen_press(&s, "End");
		} else {
			screen_press(&s, p->to);
		}
		screen_type(&s, one);
		leave(HANG_UP);
		screen_leave(&s);
		screen_sit(&s, p->who, 80, 24);
		at += strlen(one);
		free(one);
	}
	open_place(p);
	expect_text(p, "after a hang-up after every key");
	screen_end(&s);
}

ParameterizedTestParameters(kept, after_a_hang_up_after_every_key)
{
	static size_t numbers[KEPT_PLACES_MOST];

	for (size_t i = 0; i < (size_t)kept_places_count; i++)
		numbers[i] = i;
	return cr_make_param_array(size_t, numbers, (size_t)kept_places_count);
}

ParameterizedTest(size_t *n, kept, after_a_hang_up_after_every_key)
{
	hang_up_after_every_key(&kept_places[*n]);
}

/* What is no place of its own: the parts that make them, and the review of a document, whose forms
 * are tested with what is kept of it (test_import_keep.c). */
static const char *const elsewhere[] = {"part/dialog_write.c", "part/form_conflict.c",
					"part/form_page.c", "import/view_import_fact.c",
					"import/import_acts.c"};

static bool is_here(const char *file)
{
	for (int i = 0; i < kept_places_count; i++)
		if (strcmp(kept_places[i].file, file) == 0)
			return true;
	for (size_t i = 0; i < sizeof elsewhere / sizeof elsewhere[0]; i++)
		if (strcmp(elsewhere[i], file) == 0)
			return true;
	return false;
}

static void see_source(void *to, const char *file, const char *text)
{
	if (!strstr(text, "form_page_begin(") && !strstr(text, "struct dialog_writing"))
		return;
	cr_expect(is_here(file), "%s: whether what is typed is kept is not tested", file);
	++*(int *)to;
}

Test(kept, every_source_with_a_text_that_is_typed_is_here)
{
	int n = 0;

	walk_files(see_source, &n);
	cr_expect_gt(n, 20);
}

/* Numbers change when a rule is added to the table; what no rule is called by is not offered. */
Test(kept, the_text_of_a_rule_is_kept_under_the_name_of_the_rule)
{
	const struct draft_field value = {"7", "30"};
	struct actor who;
	int64_t version;

	screen_language("en");
	screen_begin(&s, "admin", 80, 24);
	screen_open(&s, &view_policy_form, (struct view_args){.text = "urge.days"});
	screen_press(&s, "Ctrl-A");
	screen_type(&s, "14");
	screen_press(&s, "Esc");
	cr_expect_str_eq(drafts_name(&s.d, "admin", "policy:"), "policy:urge.days");
	who = district_actor(&s.d, "admin");
	cr_assert_eq(
		store_draft_put(s.d.s, &who, "policy:7",
				&(struct draft_new){.fields = &value, .nfields = 1, .seat = ""},
				&version, &s.d.e),
		0, "%s", s.d.e.text);
	screen_leave(&s);
	screen_sit(&s, "admin", 80, 24);
	resume_offer(s.app);
	script_run(s.script, s.app);
	cr_assert(screen_has(&s, "1 Go on"), "one alone is offered");
	screen_press(&s, "Enter");
	cr_expect_str_eq(screen_top(&s), "policy-value", "%s", app_message(s.app));
	cr_expect(screen_has(&s, "[14"));
	screen_end(&s);
}
