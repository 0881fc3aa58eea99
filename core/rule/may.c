/*
 * The decision "may this person do this to that now?" and, when not, the sentence that says why and
 * who can. The rights stand in the table ACTS of may.h; this file only asks how far a post reaches
 * and whether that covers the subject.
 */
#include "core/rule/may.h"

#include "core/i18n.h"

#define ACT_WORD(id, word, ...)		[id] = word,
#define ACT_LABEL(id, word, label, ...) [id] = label,
#define ACT_REACH(id, word, label, reporter, approver, office, leader, assessor, admin)            \
	[id] = {                                                                                   \
		[POST_REPORTER] = REACH_##reporter, [POST_APPROVER] = REACH_##approver,            \
		[POST_OFFICE] = REACH_##office,	    [POST_LEADER] = REACH_##leader,                \
		[POST_ASSESSOR] = REACH_##assessor, [POST_ADMIN] = REACH_##admin,                  \
	},

static const char *const words[ACT_COUNT] = {ACTS(ACT_WORD)};
static const char *const labels[ACT_COUNT] = {ACTS(ACT_LABEL)};
static const enum reach reaches[ACT_COUNT][POST_ROLE_COUNT] = {ACTS(ACT_REACH)};

/* Acts that judge somebody's entry: never one's own. */
static const bool judges[ACT_COUNT] = {
	[ACT_SIGN] = true,   [ACT_REVIEW] = true, [ACT_DECIDE] = true,
	[ACT_SELECT] = true, [ACT_SCORE] = true,
};

const char *act_word(enum act a)
{
	return words[a];
}

const char *act_label(enum act a)
{
	return _(labels[a]);
}

enum reach act_reach(enum act a, enum post_role role)
{
	return reaches[a][role];
}

/* What is nobody's (the plan itself) was issued to every unit, so every unit reads it. */
static bool reach_covers(enum reach reach, int64_t unit_id, enum act act,
			 const struct subject *what)
{
	if (reach != REACH_OWN)
		return reach != REACH_NONE;
	if (what->unit_id && what->unit_id == unit_id)
		return true;
	return act == ACT_READ && (!what->unit_id || what->shared_with_actor);
}

static bool is_own_entry(const struct actor *who, enum act act, const struct subject *what)
{
	return judges[act] && what->entered_by && what->entered_by == who->person_id;
}

/* The post that covers the subject; one that acts for itself goes before one that acts for others,
 * so that nothing is marked "on behalf" without need. */
static const struct post_row *find_post(const struct actor *who, enum act act,
					const struct subject *what)
{
	const struct post_row *behalf = NULL;

	for (int i = 0; i < who->nposts; i++) {
		const struct post_row *post = &who->posts[i];
		enum reach reach = act_reach(act, post->role);

		if (!reach_covers(reach, post->unit_id, act, what))
			continue;
		if (reach != REACH_BEHALF)
			return post;
		if (!behalf)
			behalf = post;
	}
	return behalf;
}

static void list_post(struct strbuf *list, enum post_role role, const char *unit)
{
	if (list->nbytes)
		strbuf_puts(list, _(", "));
	if (unit && *unit)
		/* TRANSLATORS: a post and its unit: "liaison officer of the education bureau" */
		strbuf_printf(list, _("%1$s of %2$s"), post_role_label(role), unit);
	else
		strbuf_puts(list, post_role_label(role));
}

static void list_posts_of(struct strbuf *list, const struct actor *who)
{
	for (int i = 0; i < who->nposts; i++)
		list_post(list, who->posts[i].role, who->posts[i].unit);
}

/* The posts by which it can be done. */
static void list_who_can(struct strbuf *list, enum act act, const struct subject *what)
{
	for (int role = 0; role < POST_ROLE_COUNT; role++) {
		enum reach reach = act_reach(act, (enum post_role)role);

		if (reach == REACH_OWN && what->unit_id)
			list_post(list, (enum post_role)role, what->unit);
		else if (reach == REACH_BEHALF || reach == REACH_ALL)
			list_post(list, (enum post_role)role, NULL);
	}
}

/* Whether some post of the actor has that right, only not here. */
static bool has_right_elsewhere(const struct actor *who, enum act act)
{
	for (int i = 0; i < who->nposts; i++)
		if (act_reach(act, who->posts[i].role) == REACH_OWN)
			return true;
	return false;
}

static void explain_post(const struct actor *who, enum act act, const struct subject *what,
			 struct err *e)
{
	struct strbuf mine = STRBUF_INIT, can = STRBUF_INIT;

	list_posts_of(&mine, who);
	list_who_can(&can, act, what);
	if (!has_right_elsewhere(who, act))
		err_set(e, ERR_DENIED,
			_("you may not %s: your post is %s; ask one of those who can: %s"),
			act_label(act), mine.s, can.s);
	else if (!what->unit_id)
		err_set(e, ERR_DENIED,
			_("you may not %s: it belongs to no single unit, and your post is %s; ask "
			  "one of those who can: %s"),
			act_label(act), mine.s, can.s);
	else
		err_set(e, ERR_DENIED,
			_("you may not %s: the unit is %s, and your post is %s; ask one of those "
			  "who can: %s"),
			act_label(act), what->unit && *what->unit ? what->unit : _("another one"),
			mine.s, can.s);
	strbuf_free(&mine);
	strbuf_free(&can);
}

static void explain(const struct actor *who, enum act act, const struct subject *what,
		    struct err *e)
{
	if (who->nposts == 0) {
		err_set(e, ERR_DENIED,
			_("you may not %s: \"%s\" has no post here; ask the administrator to give "
			  "you one (duban person post)"),
			act_label(act), who->login ? who->login : "");
		return;
	}
	if (!find_post(who, act, what)) {
		explain_post(who, act, what, e);
		return;
	}
	struct strbuf can = STRBUF_INIT;
	list_who_can(&can, act, what);
	err_set(e, ERR_DENIED,
		_("you may not %s here: you entered it yourself, and nobody signs off, reviews or "
		  "scores what they entered; ask a colleague who can: %s"),
		act_label(act), can.s);
	strbuf_free(&can);
}

const struct post_row *may(const struct actor *who, enum act act, const struct subject *what,
			   struct err *e)
{
	const struct post_row *post =
		is_own_entry(who, act, what) ? NULL : find_post(who, act, what);

	if (!post)
		explain(who, act, what, e);
	return post;
}

bool may_quietly(const struct actor *who, enum act act, const struct subject *what)
{
	return !is_own_entry(who, act, what) && find_post(who, act, what);
}

_Static_assert(ACT_COUNT <= 32, "a set of acts is an unsigned");

bool may_ever_quietly(const struct actor *who, unsigned acts)
{
	for (int i = 0; i < who->nposts; i++)
		for (int act = 0; act < ACT_COUNT; act++)
			if (acts >> act & 1 && act_reach((enum act)act, who->posts[i].role))
				return true;
	return !acts;
}

/* The posts that reach one of these acts on anything. */
static void list_who_ever(struct strbuf *list, unsigned acts)
{
	for (int role = 0; role < POST_ROLE_COUNT; role++) {
		const struct post_row post = {.role = (enum post_role)role};
		const struct actor who = {.posts = &post, .nposts = 1};

		if (may_ever_quietly(&who, acts))
			list_post(list, post.role, NULL);
	}
}

/* The last act of a set is the one that most of those who can have. */
static enum act last_act(unsigned acts)
{
	int act = ACT_COUNT - 1;

	while (!(acts >> act & 1))
		act--;
	return (enum act)act;
}

int may_ever(const struct actor *who, unsigned acts, struct err *e)
{
	struct strbuf mine = STRBUF_INIT, can = STRBUF_INIT;
	enum act act;

	if (may_ever_quietly(who, acts))
		return 0;
	act = last_act(acts);
	if (!who->nposts) {
		explain(who, act, &(const struct subject){.unit = ""}, e);
		return -1;
	}
	list_posts_of(&mine, who);
	list_who_ever(&can, acts);
	err_set(e, ERR_DENIED, _("you may not %s: your post is %s; ask one of those who can: %s"),
		act_label(act), mine.s, can.s);
	strbuf_free(&mine);
	strbuf_free(&can);
	return -1;
}
