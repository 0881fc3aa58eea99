/* Keys and their names. */
#include "tui/term/key.h"

#include "core/text/utf8.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

static const char *const names[] = {
#define KEY_STRING(id, name) [id] = name,
	KEY_NAMES(KEY_STRING)
#undef KEY_STRING
};

static const struct {
	unsigned mod;
	const char *prefix;
} mods[] = {{MOD_CTRL, "Ctrl-"}, {MOD_ALT, "Alt-"}, {MOD_SHIFT, "Shift-"}};

/* The name in the configuration: without the context that translators see. */
static const char *plain_name(const char *name)
{
	const char *parted = strchr(name, '\004');

	return parted ? parted + 1 : name;
}

struct key key_named(enum key_name name, unsigned m)
{
	return (struct key){.kind = INPUT_NAMED, .name = name, .mods = m};
}

struct key key_text(const char *text)
{
	struct key k = {.kind = INPUT_TEXT};

	strncpy(k.text, text, sizeof k.text - 1);
	return k;
}

static const char *take_mods(const char *s, unsigned *found)
{
	*found = 0;
	for (size_t i = 0; i < sizeof mods / sizeof mods[0]; i++) {
		size_t n = strlen(mods[i].prefix);
		if (strncasecmp(s, mods[i].prefix, n) == 0 && s[n]) {
			*found |= mods[i].mod;
			s += n;
			i = (size_t)-1; /* the prefixes come in any order */
		}
	}
	return s;
}

bool key_parse(const char *name, struct key *k)
{
	unsigned m;
	const char *s = take_mods(name, &m);

	for (int i = 0; i < KEY_NAME_COUNT; i++) {
		if (strcasecmp(s, plain_name(names[i])) == 0) {
			*k = key_named((enum key_name)i, m);
			return true;
		}
	}
	if (strcasecmp(s, "Space") == 0)
		s = " ";
	if (!*s || utf8_cluster(s) != strlen(s) || strlen(s) >= KEY_TEXT || (m & MOD_SHIFT))
		return false;
	*k = key_text(s);
	k->mods = m;
	if (m & MOD_CTRL && k->text[0] >= 'A' && k->text[0] <= 'Z')
		k->text[0] = (char)(k->text[0] + 'a' - 'A');
	return true;
}

/* The sign of a text key as people write it: Ctrl-E, Space. */
static void text_label(const struct key *k, char *out, size_t nbytes)
{
	if (strcmp(k->text, " ") == 0)
		snprintf(out, nbytes, "Space");
	else if (k->mods & MOD_CTRL && k->text[0] >= 'a' && k->text[0] <= 'z')
		snprintf(out, nbytes, "%c", k->text[0] - 'a' + 'A');
	else
		snprintf(out, nbytes, "%s", k->text);
}

static char *put_label(const struct key *k, const char *(*name_of)(const char *), char *out)
{
	char *p = out;

	*out = '\0';
	if (k->kind != INPUT_TEXT && k->kind != INPUT_NAMED)
		return out;
	for (size_t i = 0; i < sizeof mods / sizeof mods[0]; i++)
		if (k->mods & mods[i].mod)
			p = stpcpy(p, mods[i].prefix);
	size_t room = KEY_LABEL - (size_t)(p - out);
	if (k->kind == INPUT_NAMED)
		snprintf(p, room, "%s", name_of(names[k->name]));
	else
		text_label(k, p, room);
	return out;
}

char *key_label(const struct key *k, char out[KEY_LABEL])
{
	return put_label(k, plain_name, out);
}

char *key_display(const struct key *k, char out[KEY_LABEL])
{
	return put_label(k, i18n_label, out);
}

bool key_same(const struct key *a, const struct key *b)
{
	if (a->kind != b->kind || a->mods != b->mods)
		return false;
	if (a->kind == INPUT_NAMED)
		return a->name == b->name;
	return a->kind == INPUT_TEXT && strcmp(a->text, b->text) == 0;
}

struct key key_halfwidth(const struct key *k)
{
	struct key half = *k;
	uint32_t cp;

	if (k->kind != INPUT_TEXT || !k->text[0])
		return half;
	utf8_decode(k->text, k->text + strlen(k->text), &cp);
	/* An input method gives 、 for the key of the slash. */
	uint32_t folded = cp == 0x3001 ? '/' : utf8_halfwidth(cp);
	if (folded != cp) {
		memset(half.text, 0, sizeof half.text);
		utf8_encode(folded, half.text);
	}
	return half;
}

int key_digit(const struct key *k)
{
	struct key half = key_halfwidth(k);

	if (half.kind != INPUT_TEXT || half.mods || half.text[1] != '\0')
		return -1;
	return half.text[0] >= '0' && half.text[0] <= '9' ? half.text[0] - '0' : -1;
}
