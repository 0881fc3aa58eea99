/*
 * Reading of configuration files: libconfig parses them, this walks the tree and compares every
 * setting with the table of options. A setting that is not in the table is an error, with the name
 * that may have been meant: a silent misspelling would cost the administrator an afternoon.
 */
#include "cli/config.h"

#include "cli/nearest.h"
#include "core/text/utf8.h"

#include <errno.h>
#include <libconfig.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define CONFIG_ROW(id, ...) [id] = {__VA_ARGS__},
const struct config_option config_options[CONFIG_COUNT] = {CONFIG_OPTIONS(CONFIG_ROW)};

struct reader {
	struct arena *arena;
	const char *file;
	struct config *config;
};

void config_begin(struct config *c)
{
	*c = (struct config){0};
	for (int i = 0; i < CONFIG_COUNT; i++) {
		c->values[i].text = config_options[i].fallback;
		c->values[i].number = atoi(config_options[i].fallback);
		c->values[i].where = "";
	}
}

static const char *setting_where(const struct reader *r, const config_setting_t *s)
{
	const char *file = config_setting_source_file(s);

	return arena_printf(r->arena, "%s:%u", file ? file : r->file,
			    config_setting_source_line(s));
}

static int unknown_option(const struct reader *r, const config_setting_t *s, const char *name,
			  struct err *e)
{
	struct nearest n;

	nearest_begin(&n, name);
	for (int i = 0; i < CONFIG_COUNT; i++)
		nearest_offer(&n, config_options[i].name);
	nearest_offer(&n, CONFIG_KEYS);
	nearest_offer(&n, CONFIG_STYLES);
	if (n.word)
		err_set(e, ERR_INPUT, _("there is no option \"%s\"; did you mean \"%s\"?"), name,
			n.word);
	else
		err_set(e, ERR_INPUT,
			_("there is no option \"%s\"; `duban config` lists all options"), name);
	return err_wrap(e, "%s", setting_where(r, s));
}

int config_has_choice(enum config_id id, const char *text)
{
	const char *choices = config_options[id].choices;
	size_t n = strlen(text);

	for (const char *s = choices; s; s = strchr(s, '|') ? strchr(s, '|') + 1 : NULL)
		if (strncmp(s, text, n) == 0 && (s[n] == '|' || !s[n]))
			return 1;
	return 0;
}

static int read_number(const struct config_option *o, const config_setting_t *s,
		       struct config_value *v, struct arena *a, struct err *e)
{
	int n = config_setting_get_int(s);

	if (config_setting_type(s) != CONFIG_TYPE_INT)
		return err_set(e, ERR_INPUT, _("\"%s\" must be a whole number without quotes"),
			       o->name);
	if (n < o->least || n > o->most)
		return err_set(e, ERR_INPUT, _("\"%s\" must be from %d to %d, not %d"), o->name,
			       o->least, o->most, n);
	v->number = n;
	v->text = arena_printf(a, "%d", n);
	return 0;
}

static int read_text(enum config_id id, const config_setting_t *s, struct config_value *v,
		     struct arena *a, struct err *e)
{
	const struct config_option *o = &config_options[id];
	const char *text = config_setting_get_string(s);

	if (!text)
		return err_set(e, ERR_INPUT, _("\"%s\" must be a text in quotes"), o->name);
	if (o->type == CONFIG_CHOICE && !config_has_choice(id, text))
		return err_set(e, ERR_INPUT, _("\"%s\" must be one of %s"), o->name, o->choices);
	v->text = o->type == CONFIG_PATH ? arena_strdup(a, text)
					 : utf8_clean_line(a, text, strlen(text), e);
	return v->text ? 0 : -1;
}

static int read_option(const struct reader *r, const config_setting_t *s, const char *name,
		       struct err *e)
{
	for (int i = 0; i < CONFIG_COUNT; i++) {
		const struct config_option *o = &config_options[i];
		struct config_value v = {"", 0, setting_where(r, s)};
		int failed;

		if (strcmp(o->name, name) != 0)
			continue;
		failed = o->type == CONFIG_NUMBER
				 ? read_number(o, s, &v, r->arena, e)
				 : read_text((enum config_id)i, s, &v, r->arena, e);
		if (failed)
			return err_wrap(e, "%s", v.where);
		r->config->values[i] = v;
		return 0;
	}
	return unknown_option(r, s, name, e);
}

static int tell_no_text(bool are_styles, const char *name, struct err *e)
{
	if (are_styles)
		return err_set(e, ERR_INPUT,
			       _("the look of \"%s\" must be a text in quotes, like \"bold red\""),
			       name);
	return err_set(
		e, ERR_INPUT,
		_("the keys of \"%s\" must be a text in quotes, with blanks between several"),
		name);
}

/* keys: action = "F9 Ctrl-S"; styles: lamp_red = "bold red" */
static int read_pairs(const struct reader *r, const config_setting_t *group, bool are_styles,
		      struct err *e)
{
	for (int i = 0; i < config_setting_length(group); i++) {
		const config_setting_t *s = config_setting_get_elem(group, (unsigned)i);
		const char *text = config_setting_get_string(s);
		struct config_pair *p;

		if (!text) {
			tell_no_text(are_styles, config_setting_name(s), e);
			return err_wrap(e, "%s", setting_where(r, s));
		}
		text = utf8_clean_line(r->arena, text, strlen(text), e);
		if (!text)
			return err_wrap(e, "%s", setting_where(r, s));
		p = vec_push(r->arena, are_styles ? &r->config->styles : &r->config->keys);
		p->name = arena_strdup(r->arena, config_setting_name(s));
		p->text = text;
		p->where = setting_where(r, s);
	}
	return 0;
}

/* Options inside a group; prefix "" at the root. Groups do not nest deeper. */
static int read_group(const struct reader *r, const config_setting_t *group, const char *prefix,
		      struct err *e)
{
	for (int i = 0; i < config_setting_length(group); i++) {
		const config_setting_t *s = config_setting_get_elem(group, (unsigned)i);
		const char *name = config_setting_name(s);
		int failed;

		if (*prefix)
			name = arena_printf(r->arena, "%s.%s", prefix, name);
		if (!config_setting_is_group(s))
			failed = read_option(r, s, name, e);
		else if (*prefix)
			failed = unknown_option(r, s, name, e);
		else if (strcmp(name, CONFIG_KEYS) == 0 || strcmp(name, CONFIG_STYLES) == 0)
			failed = read_pairs(r, s, strcmp(name, CONFIG_STYLES) == 0, e);
		else
			failed = read_group(r, s, name, e);
		if (failed)
			return -1;
	}
	return 0;
}

static int refuse_file(const char *file, struct err *e)
{
	if (errno == ENOENT || errno == ENOTDIR)
		return err_set(e, ERR_NOT_FOUND, _("there is no configuration file \"%s\""), file);
	return err_set(e, ERR_IO, _("cannot read the configuration \"%s\": %s"), file,
		       strerror(errno ? errno : EISDIR));
}

/* Whether it is a file that can be read: libconfig ends the process on a directory. */
static int check_file(const char *file, struct err *e)
{
	struct stat st;

	if (stat(file, &st) == 0 && S_ISREG(st.st_mode) && access(file, R_OK) == 0)
		return 0;
	return refuse_file(file, e);
}

int config_load_stream(struct arena *a, FILE *from, const char *file, struct config *c,
		       struct err *e)
{
	struct reader r = {a, file, c};
	config_t parsed;
	int failed;

	config_init(&parsed);
	if (config_read(&parsed, from))
		failed = read_group(&r, config_root_setting(&parsed), "", e);
	else
		failed =
			err_set(e, ERR_INPUT,
				_("%s:%d: this is not how a setting is written: NAME = VALUE; with "
				  "a text in quotes, and each NAME once"),
				config_error_file(&parsed) ? config_error_file(&parsed) : file,
				config_error_line(&parsed));
	config_destroy(&parsed);
	return failed;
}

int config_load_file(struct arena *a, const char *file, struct config *c, struct err *e)
{
	FILE *from;

	errno = 0;
	if (check_file(file, e) < 0)
		return -1;
	from = fopen(file, "re");
	if (!from)
		return refuse_file(file, e);
	int failed = config_load_stream(a, from, file, c, e);
	fclose(from);
	return failed;
}

/* A file that need not be there. */
static int read_if_there(struct arena *a, const char *file, struct config *c, struct err *e)
{
	if (config_load_file(a, file, c, e) == 0 || e->code == ERR_NOT_FOUND) {
		*e = (struct err)ERR_INIT;
		return 0;
	}
	return -1;
}

static const char server_file[] = DUBAN_SYSCONFDIR "/duban.conf";

const char *config_server_file(void)
{
	struct stat st;

	return stat(server_file, &st) && errno == ENOENT ? "" : server_file;
}

int config_load(struct arena *a, const char *named, struct config *c, struct err *e)
{
	const char *home = getenv("XDG_CONFIG_HOME"), *under = "";

	if (!named)
		named = getenv("DUBAN_CONFIG");
	if (named)
		return *named ? config_load_file(a, named, c, e) : 0;
	if (!home || !*home) {
		home = getenv("HOME");
		under = "/.config";
	}
	if (read_if_there(a, server_file, c, e) < 0)
		return -1;
	if (!home || !*home)
		return 0;
	return read_if_there(a, arena_printf(a, "%s%s/duban/duban.conf", home, under), c, e);
}
