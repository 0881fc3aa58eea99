/* Files of settings: what was read keeps to the table of options, what was not is told with its
 * line. */
#include "tests/fuzz/fuzz.h"

#include "cli/config.h"
#include "core/text/utf8.h"

#include <string.h>

/* libconfig does not give back the beginning of a text that never ends. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
	return "leak:libconfig";
}

static void check_line(const char *s)
{
	fuzz_check(s && utf8_first_bad(s, strlen(s)) == strlen(s) && !strpbrk(s, "\n\t"));
}

static void check_option(enum config_id id, const struct config_value *v)
{
	const struct config_option *o = &config_options[id];

	fuzz_check(v->text && v->where);
	if (o->type == CONFIG_NUMBER)
		fuzz_check(v->number >= o->least && v->number <= o->most &&
			   atoi(v->text) == v->number);
	else if (o->type == CONFIG_CHOICE)
		fuzz_check(config_has_choice(id, v->text));
	else if (o->type == CONFIG_TEXT)
		check_line(v->text);
}

static void check_config(const struct config *c)
{
	for (int i = 0; i < CONFIG_COUNT; i++)
		check_option((enum config_id)i, &c->values[i]);
	for (size_t i = 0; i < c->keys.n; i++)
		check_line(c->keys.at[i].text);
	for (size_t i = 0; i < c->styles.n; i++)
		check_line(c->styles.at[i].text);
}

void fuzz_configuration(const char *bytes, size_t nbytes)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct config c;
	/* an empty file in memory cannot be opened; what is included are files of this machine */
	FILE *from = nbytes ? fmemopen((void *)(uintptr_t)bytes, nbytes, "r") : NULL;

	if (!from || memmem(bytes, nbytes, "@include", 8)) {
		if (from)
			fclose(from);
		return;
	}
	config_begin(&c);
	if (config_load_stream(&a, from, "fuzz.conf", &c, &e) < 0)
		fuzz_check((e.code == ERR_INPUT || e.code == ERR_FORMAT) &&
			   strncmp(e.text, "fuzz.conf:", 10) == 0);
	check_config(&c);
	fclose(from);
	arena_free(&a);
}
