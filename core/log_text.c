/*
 * log_text.c - the log keeps words and flat JSON objects for programs; here they become words
 * for people. What has no words of its own (a field of a later version) is shown as it is, so
 * nothing that was logged can be hidden.
 */
#include "core/log_text.h"

#include "core/i18n.h"

#include <string.h>

struct word_label {
	const char *word, *label;
};

static const struct word_label acts[] = {
	{"file.create", N_("file made")},
	{"file.renew", N_("what another program wrote into the file taken as it is")},
	{"file.restore", N_("file brought back from a backup")},
	{"plan.import", N_("plan imported")},
	{"plan.update", N_("plan updated")},
	{"plan.close", N_("plan closed")},
	{"action.add", N_("action added")},
	{"action.change", N_("action changed")},
	{"action.withdraw", N_("action withdrawn")},
	{"action.revive", N_("action back again")},
	{"action.pilot", N_("action made a pilot")},
	{"action.pilot-end", N_("action is a pilot no longer")},
	{"case.add", N_("case handed in")},
	{"case.change", N_("case changed")},
	{"case.select", N_("case selected")},
	{"case.decline", N_("case not selected")},
	{"assignment.put", N_("unit assigned")},
	{"assignment.withdraw", N_("unit taken off")},
	{"assignment.receive", N_("task received")},
	{"assignment.contest", N_("task contested")},
	{"assignment.settle", N_("objection answered")},
	{"action.ask-completion", N_("close-out asked for")},
	{"action.close-out", N_("action closed out")},
	{"action.send-back", N_("close-out sent back")},
	{"action.reopen", N_("action opened again")},
	{"request.ask", N_("office asked")},
	{"request.grant", N_("request granted")},
	{"request.refuse", N_("request refused")},
	{"request.take-back", N_("request taken back")},
	{"milestone.extend", N_("milestone given a new date")},
	{"report.correct", N_("report corrected")},
	{"period.except", N_("late report allowed")},
	{"report.save", N_("draft kept")},
	{"report.submit", N_("report submitted")},
	{"report.sign", N_("report signed off")},
	{"report.accept", N_("report accepted")},
	{"report.return", N_("report returned")},
	{"report.send-back", N_("report sent back inside the unit")},
	{"report.recall", N_("report taken back")},
	{"report.unsign", N_("signing off taken back")},
	{"milestone.add", N_("milestone added")},
	{"milestone.change", N_("milestone changed")},
	{"milestone.finish", N_("milestone done")},
	{"milestone.reopen", N_("milestone opened again")},
	{"milestone.verify", N_("milestone verified")},
	{"milestone.drop", N_("milestone dropped")},
	{"notice.issue", N_("notice issued")},
	{"notice.answer", N_("notice answered")},
	{"notice.close", N_("notice closed")},
	{"notice.settle", N_("notice closed by what was delivered")},
	{"notice.send", N_("notice sent")},
	{"evidence.add", N_("evidence recorded")},
	{"evidence.link", N_("evidence linked")},
	{"evidence.withdraw", N_("evidence withdrawn")},
	{"period.add", N_("period added")},
	{"period.change", N_("period changed")},
	{"period.close", N_("period closed")},
	{"period.reopen", N_("period opened again")},
	{"unit.add", N_("unit added")},
	{"unit.rename", N_("unit renamed")},
	{"unit.alias", N_("other name of a unit added")},
	{"unit.merge", N_("units made one")},
	{"unit.member-add", N_("member of a collective unit added")},
	{"unit.member-end", N_("member of a collective unit taken off")},
	{"person.add", N_("person added")},
	{"person.active", N_("account opened or closed")},
	{"post.add", N_("post given")},
	{"post.end", N_("post ended")},
	{"person.handover", N_("posts handed over")},
	{"key.add", N_("key of a person added")},
	{"key.revoke", N_("key of a person revoked")},
	{"restore.key", N_("key kept revoked at a restore")},
	{"restore.person", N_("account kept closed at a restore")},
};

static const struct word_label fields[] = {
	{"percent", N_("percent")},
	{"done", N_("what was done")},
	{"problems", N_("problems")},
	{"next", N_("next")},
	{"state", N_("state")},
	{"reason", N_("reason")},
	{"title", N_("title")},
	{"due", N_("due")},
	{"done_on", N_("done on")},
	{"note", N_("note")},
	{"unit", N_("unit")},
	{"role", N_("role")},
	{"no_change", N_("no change")},
	{"doc_no", N_("number")},
	{"kind", N_("kind")},
	{"on_behalf", N_("on behalf")},
	{"on", N_("date")},
	{"ref", N_("reference")},
	{"milestone", N_("milestone")},
	{"needs_evidence", N_("needs evidence")},
	{"weight", N_("weight")},
	{"after", N_("waits for")},
	{"to", N_("to")},
	{"posts", N_("posts")},
	{"key", N_("key")},
	{"by", N_("by whom")},
	{"at", N_("when")},
	{"drafts", N_("texts not sent")},
	{"nreturned", N_("times returned")},
	{"opens", N_("opens")},
	{"closes", N_("closes")},
	{"closed_at", N_("closed at")},
	{"login", N_("login")},
	{"name", N_("name")},
	{"phone", N_("telephone")},
	{"member", N_("member")},
	{"alias", N_("other name")},
	{"file", N_("file name")},
	{"bytes", N_("size in bytes")},
	{"action", N_("action")},
	{"actions", N_("actions")},
	{"edition", N_("edition")},
	{"no", N_("number")},
	{"section", N_("section")},
	{"clause", N_("clause")},
	{"targets", N_("targets")},
	{"volumes", N_("work volumes")},
	{"changed", N_("changed")},
	{"new", N_("new")},
	{"back", N_("back again")},
	{"gone", N_("gone")},
	{"active", N_("account open")},
	{"merged", N_("made one with")},
	{"report", N_("report")},
	{"sha256", N_("checksum of the document")},
	{"withdrawn_at", N_("withdrawn at")},
	{"text", N_("text")},
	{"answer", N_("answer")},
	{"want", N_("asked for until")},
	{"granted", N_("granted until")},
	{"until", N_("until")},
	{"request", N_("request")},
	{"pilot", N_("pilot")},
	{"case", N_("case")},
};

/* What a row is about: the word before the number or name of its object. */
static const struct word_label objects[] = {
	{"plan", N_("plan")},	  {"action", N_("action")},	  {"unit", N_("unit")},
	{"report", N_("report")}, {"milestone", N_("milestone")}, {"evidence", N_("evidence")},
	{"period", N_("period")}, {"person", N_("person")},	  {"volume", N_("work volume")},
	{"case", N_("case")},	  {"request", N_("request")},	  {"key", N_("key")},
};

static const char *find_label(const struct word_label *table, size_t n, const char *word)
{
	for (size_t i = 0; i < n; i++) {
		if (strcmp(table[i].word, word) == 0)
			return _(table[i].label);
	}
	return word;
}

const char *log_act_label(const char *act)
{
	return find_label(acts, sizeof acts / sizeof acts[0], act);
}

const char *log_post_label(struct arena *a, const char *post)
{
	size_t nbytes = strcspn(post, " ");
	enum post_role role;

	if (!post_role_parse(arena_strndup(a, post, nbytes), &role))
		return post;
	return arena_printf(a, "%s%s", post_role_label(role), post + nbytes);
}

const char *log_object_label(struct arena *a, const char *object)
{
	size_t nbytes = strcspn(object, " ");
	const char *word = arena_strndup(a, object, nbytes);

	return arena_printf(a, "%s%s",
			    find_label(objects, sizeof objects / sizeof objects[0], word),
			    object + nbytes);
}

static bool is_one_of(const char *name, const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(name, names[i]) == 0)
			return true;
	return false;
}

/* Yes or no, kept as 1 or 0. */
static bool is_tick(const char *name)
{
	static const char *const ticks[] = {"no_change", "on_behalf", "needs_evidence", "active",
					    "pilot"};

	return is_one_of(name, ticks, sizeof ticks / sizeof ticks[0]);
}

/* Of which what it was says nothing: each return has its own reason and number. */
static bool only_now(const char *name)
{
	static const char *const now[] = {"reason", "nreturned"};

	return is_one_of(name, now, sizeof now / sizeof now[0]);
}

/* A UTC time in the local zone; NULL: it is none. */
static const char *time_label(struct arena *a, const char *name, const char *value)
{
	char at[TIME_TEXT];
	size_t nbytes = strlen(name);
	int64_t utc;

	if (nbytes < 3 || strcmp(name + nbytes - 3, "_at") != 0 || !time_parse_utc(value, &utc))
		return NULL;
	return arena_strdup(a, time_format_local(utc, at));
}

/* Words of states, roles and kinds in a value. */
static const char *word_of(const char *value)
{
	enum report_state report;
	enum milestone_state milestone;
	enum role role;
	enum evidence_kind kind;
	enum post_role post;
	enum request_kind request;

	if (report_state_parse(value, &report))
		return report_state_label(report);
	if (milestone_state_parse(value, &milestone))
		return milestone_state_label(milestone);
	if (role_parse(value, &role))
		return role_label(role);
	if (post_role_parse(value, &post))
		return post_role_label(post);
	if (request_kind_parse(value, &request))
		return request_kind_label(request);
	return evidence_kind_parse(value, &kind) ? evidence_kind_label(kind) : value;
}

/* A state of what `object` names; the same word may be a state of several. */
static const char *state_label(const char *object, const char *value)
{
	enum plan_state plan;
	enum period_state period;
	enum action_state action;
	enum assignment_state assignment;
	enum case_state one;
	enum request_state request;

	if (strncmp(object, "plan ", 5) == 0 && plan_state_parse(value, &plan))
		return plan_state_label(plan);
	if (strncmp(object, "period ", 7) == 0 && period_state_parse(value, &period))
		return period_state_label(period);
	if (strncmp(object, "case ", 5) == 0 && case_state_parse(value, &one))
		return case_state_label(one);
	if (strncmp(object, "request ", 8) == 0 && request_state_parse(value, &request))
		return request_state_label(request);
	if (action_state_parse(value, &action))
		return action_state_label(action);
	if (assignment_state_parse(value, &assignment))
		return assignment_state_label(assignment);
	return word_of(value);
}

static const char *value_label(struct arena *a, const char *object, const char *name,
			       const char *value)
{
	const char *at = time_label(a, name, value);

	if (at)
		return at;
	if (is_tick(name))
		return strcmp(value, "0") == 0 ? _("no") : _("yes");
	return strcmp(name, "state") == 0 ? state_label(object, value) : word_of(value);
}

/* One string or number of a flat JSON object, unescaped, in the arena; *s behind it. */
static char *take_value(struct arena *a, const char **s)
{
	const char *p = *s;
	char *out = arena_alloc(a, strlen(p) + 1), *to = out;

	if (*p == '"') {
		for (p++; *p && *p != '"'; p++) {
			if (*p == '\\' && p[1])
				p++;
			*to++ = p[-1] == '\\' && *p == 'n' ? ' ' : *p;
		}
		p += *p == '"';
	} else {
		while (*p && *p != ',' && *p != '}')
			*to++ = *p++;
	}
	*to = '\0';
	*s = p;
	return out;
}

struct field {
	const char *name, *value;
};
struct fields {
	VEC(struct field) list;
};

/* {"a":"x","b":1} */
static void take_fields(struct arena *a, const char *json, struct fields *f)
{
	const char *s = json;

	while (*s == '{' || *s == ',') {
		struct field *field = vec_push(a, &f->list);

		s++;
		field->name = take_value(a, &s);
		s += *s == ':';
		field->value = take_value(a, &s);
	}
}

static const char *value_of(const struct fields *f, const char *name)
{
	for (size_t i = 0; i < f->list.n; i++) {
		if (strcmp(f->list.at[i].name, name) == 0)
			return f->list.at[i].value;
	}
	return "";
}

/* What a new row leaves empty, or does not tick, says nothing. */
static bool says_nothing(const struct field *f)
{
	bool zero = strcmp(f->value, "0") == 0;

	return !*f->value || (zero && (is_tick(f->name) || strcmp(f->name, "nreturned") == 0));
}

static const char *field_text(struct arena *a, const char *object, const struct field *f,
			      const char *was)
{
	const char *label = find_label(fields, sizeof fields / sizeof fields[0], f->name);
	const char *value = value_label(a, object, f->name, f->value);

	if (strchr(f->name, ' ')) /* "volume 12" */
		label = log_object_label(a, f->name);
	if (!*was && is_tick(f->name))
		return label;
	if (!*was || only_now(f->name))
		return arena_printf(a, _("%s: %s"), label, value);
	return arena_printf(a, _("%s: %s → %s"), label, value_label(a, object, f->name, was),
			    value);
}

const char *log_change_text(struct arena *a, const struct log_row *row)
{
	struct fields before = {0}, after = {0};
	const char *text = "";

	take_fields(a, row->before, &before);
	take_fields(a, row->after, &after);
	for (size_t i = 0; i < after.list.n; i++) {
		const struct field *f = &after.list.at[i];
		const char *was = value_of(&before, f->name);

		if (*was || !says_nothing(f))
			text = arena_printf(a, "%s%s%s", text, *text ? " · " : "",
					    field_text(a, row->object ? row->object : "", f, was));
	}
	return text;
}
