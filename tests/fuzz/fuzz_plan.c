/* Plan documents and plan JSON: places lie in the text, texts are there and clean, and a plan that
 * is written as JSON and read again is written the same. fuzz_plan_edit.c reviews it. */
#include "tests/fuzz/fuzz.h"

#include "core/plan/plan.h"
#include "core/text/utf8.h"
#include "exchange/plan_json.h"

#include <string.h>

static void check_text(const char *s)
{
	fuzz_check(s);
	fuzz_check(utf8_first_bad(s, strlen(s)) == strlen(s));
	for (; *s; s++)
		fuzz_check((unsigned char)*s >= 0x20 || *s == '\n' || *s == '\t');
}

static void check_span(const struct plan *p, struct plan_span span)
{
	fuzz_check(span.from <= span.to && span.to <= p->nbytes);
}

static void check_action(const struct plan *p, const struct plan_action *a)
{
	check_text(a->no);
	check_text(a->title);
	check_text(a->section);
	check_text(a->parent);
	check_text(a->due);
	check_span(p, a->clause);
	for (size_t i = 0; i < a->units.n; i++) {
		check_text(a->units.at[i].name);
		fuzz_check(a->units.at[i].role < ROLE_COUNT);
		check_span(p, a->units.at[i].span);
	}
	for (size_t i = 0; i < a->indicators.n; i++) {
		check_text(a->indicators.at[i].name);
		check_text(a->indicators.at[i].measure);
		check_span(p, a->indicators.at[i].span);
	}
	for (size_t i = 0; i < a->words.n; i++)
		check_text(a->words.at[i].text);
	for (size_t i = 0; i < a->volumes.n; i++)
		check_text(a->volumes.at[i].value);
}

void fuzz_check_plan(const struct plan *p)
{
	struct arena a = ARENA_INIT;

	check_text(p->text);
	fuzz_check(strlen(p->text) == p->nbytes);
	check_text(p->title);
	check_text(p->doc_no);
	check_text(p->issuer);
	check_text(p->date);
	for (size_t i = 0; i < p->actions.n; i++)
		check_action(p, &p->actions.at[i]);
	for (size_t i = 0; i < p->doubts.n; i++) {
		check_text(p->doubts.at[i].text);
		check_span(p, p->doubts.at[i].span);
		fuzz_check(p->doubts.at[i].action < (int)p->actions.n);
	}
	fuzz_check(*plan_propose_code(&a, p));
	arena_free(&a);
}

static void check_round_trip(const struct plan *p)
{
	struct arena a = ARENA_INIT;
	struct strbuf once = STRBUF_INIT, twice = STRBUF_INIT;
	struct plan again = {0};
	struct err e = ERR_INIT;

	plan_json_write(p, &once);
	fuzz_check(plan_json_is(once.s, once.nbytes));
	int result = plan_json_read(&a, "fuzz", once.s, once.nbytes, &again, &e);
	if (result < 0)
		fprintf(stderr, "%s\n", e.text);
	fuzz_check(result == 0);
	plan_json_write(&again, &twice);
	fuzz_check(strcmp(once.s, twice.s) == 0);
	strbuf_free(&once);
	strbuf_free(&twice);
	arena_free(&a);
}

void fuzz_plan(const char *bytes, size_t nbytes)
{
	struct arena a = ARENA_INIT;
	struct plan p = {0};
	struct err e = ERR_INIT;

	if (plan_read(&a, "fuzz.txt", bytes, nbytes, &p, &e) == 0) {
		fuzz_check(p.actions.n > 0);
		fuzz_check_plan(&p);
		check_round_trip(&p);
		fuzz_review(&p);
	} else {
		fuzz_check(e.code == ERR_FORMAT && e.text[0]);
	}
	arena_free(&a);
}

void fuzz_plan_json(const char *bytes, size_t nbytes)
{
	struct arena a = ARENA_INIT;
	struct plan p = {0};
	struct err e = ERR_INIT;

	if (plan_json_read(&a, "fuzz.json", bytes, nbytes, &p, &e) == 0) {
		fuzz_check_plan(&p);
		check_round_trip(&p);
		fuzz_review(&p);
	} else {
		fuzz_check(e.code == ERR_FORMAT && e.text[0]);
	}
	arena_free(&a);
}
