/*
 * narrowing.c - turning through roles and lamps. A person of a unit narrows by the role of that
 * unit; who has no unit can look for actions that nobody answers for yet.
 */
#include "tui/view/narrowing.h"

#include "core/i18n.h"
#include "tui/part/menu.h"

#include <stdlib.h>
#include <string.h>

void narrowing_clear(struct narrowing *n)
{
	n->role = NARROW_ROLES_ALL;
	n->lamp = NARROW_LAMPS_ALL;
}

bool narrowing_is_set(const struct narrowing *n)
{
	return n->role != NARROW_ROLES_ALL || n->lamp != NARROW_LAMPS_ALL;
}

static bool role_fits(const struct narrowing *n, const struct plan_line *l)
{
	if (n->role == NARROW_UNASSIGNED)
		return plan_line_unassigned(l);
	return n->role == NARROW_ROLES_ALL || l->line->role == n->role;
}

bool narrowing_fits(const struct narrowing *n, const struct plan_line *l)
{
	return role_fits(n, l) && (n->lamp == NARROW_LAMPS_ALL || (int)l->line->lamp == n->lamp);
}

/* The next value after `now` of -1, 0 … n-1 in a ring, or the one before. */
static int turn(int now, int n, int step)
{
	int ring = n + 1;

	return (now + 1 + step + ring) % ring - 1;
}

static int turn_role(const struct narrowing *n, int step)
{
	if (!n->own_unit)
		return n->role == NARROW_ROLES_ALL ? NARROW_UNASSIGNED : NARROW_ROLES_ALL;
	return turn(n->role, ROLE_COUNT, step);
}

/* Lamps turn from the most urgent on. */
bool narrowing_act(struct narrowing *n, enum action a)
{
	switch (a) {
	case DO_BY_ROLE:
		n->role = turn_role(n, 1);
		return true;
	case DO_LEFT:
		n->role = turn_role(n, -1);
		return true;
	case DO_BY_LAMP:
		n->lamp = turn(n->lamp, LAMP_COUNT, -1);
		return true;
	case DO_PREV_PANE:
		n->lamp = turn(n->lamp, LAMP_COUNT, 1);
		return true;
	default:
		return false;
	}
}

static const char *role_choice(int role)
{
	if (role == NARROW_UNASSIGNED)
		return _("no unit yet");
	return role == NARROW_ROLES_ALL ? _("all") : role_label((enum role)role);
}

static const char *lamp_choice(int lamp)
{
	return lamp < 0 ? _("all") : lamp_label((enum lamp)lamp);
}

static const char *role_title(const struct narrowing *n)
{
	return n->own_unit ? _("my role") : _("role");
}

int narrowing_role_menu(const struct narrowing *n, struct app *app)
{
	struct menu_entry entries[ROLE_COUNT + 1];
	size_t count = 0;

	for (int role = NARROW_ROLES_ALL; role <= NARROW_UNASSIGNED; role++) {
		if (role == NARROW_ROLES_ALL || n->own_unit == (role != NARROW_UNASSIGNED))
			entries[count++] =
				(struct menu_entry){.text = role_choice(role), .id = role};
	}
	return menu_open(app, NARROW_TAG_ROLE, role_title(n), entries, count);
}

int narrowing_lamp_menu(struct app *app)
{
	struct menu_entry entries[LAMP_COUNT + 1];
	size_t count = 0;

	entries[count++] = (struct menu_entry){.text = lamp_choice(-1), .id = -1};
	for (int lamp = LAMP_COUNT - 1; lamp >= 0; lamp--)
		entries[count++] = (struct menu_entry){.text = lamp_choice(lamp), .id = lamp};
	return menu_open(app, NARROW_TAG_LAMP, _("lamp"), entries, count);
}

bool narrowing_resume(struct narrowing *n, const struct view_result *r)
{
	if (!r->ok)
		return false;
	if (r->tag == NARROW_TAG_ROLE)
		n->role = (int)r->id;
	else if (r->tag == NARROW_TAG_LAMP)
		n->lamp = (int)r->id;
	else
		return false;
	return true;
}

static const char UNASSIGNED_WORD[] = "none";

void narrowing_write(const struct narrowing *n, struct strbuf *out)
{
	if (n->role != NARROW_ROLES_ALL)
		strbuf_printf(out, "role=%s ",
			      n->role == NARROW_UNASSIGNED ? UNASSIGNED_WORD
							   : role_word((enum role)n->role));
	if (n->lamp != NARROW_LAMPS_ALL)
		strbuf_printf(out, "lamp=%s ", lamp_word((enum lamp)n->lamp));
}

static void read_word(struct narrowing *n, const char *word)
{
	enum role role;
	enum lamp lamp;

	if (!strncmp(word, "role=", 5) && !strcmp(word + 5, UNASSIGNED_WORD))
		n->role = n->own_unit ? NARROW_ROLES_ALL : NARROW_UNASSIGNED;
	else if (!strncmp(word, "role=", 5) && role_parse(word + 5, &role))
		n->role = n->own_unit ? (int)role : NARROW_ROLES_ALL;
	else if (!strncmp(word, "lamp=", 5) && lamp_parse(word + 5, &lamp))
		n->lamp = (int)lamp;
}

void narrowing_read(struct narrowing *n, const char *text)
{
	char *copy = xstrdup(text), *rest = copy, *word;

	while ((word = strsep(&rest, " ")))
		read_word(n, word);
	free(copy);
}

static int draw_choice(struct canvas *c, int y, int x, const char *title, const char *choice,
		       bool set)
{
	int cols = canvas_printf(c, y, x, STYLE_DIM, "%s ", title);

	return x + cols +
	       canvas_printf(c, y, x + cols, set ? STYLE_STRONG : STYLE_NORMAL, "< %s >", choice);
}

void narrowing_draw(const struct narrowing *n, size_t nfound, size_t nall, struct canvas *c, int y)
{
	char *count = xasprintf(_("%zu of %zu actions"), nfound, nall);
	int x = draw_choice(c, y, 2, role_title(n), role_choice(n->role),
			    n->role != NARROW_ROLES_ALL);

	draw_choice(c, y, x + 3, _("lamp"), lamp_choice(n->lamp), n->lamp != NARROW_LAMPS_ALL);
	canvas_field(c, y, c->cols - 24, 22, ALIGN_RIGHT, STYLE_DIM, count);
	free(count);
}
