/* notice_json.c - a notice for a gateway of mail or short messages: everything that a message
 * needs, so that the command need not open the file. Words are those of programs; `reason` alone is
 * for people. */
#include "exchange/notice_json.h"

#include "core/i18n.h"

#include <jansson.h>

#define NOTICE_FIELD_ROW(id, name, meaning) {name, meaning},
const struct notice_field notice_fields[NOTICE_FIELD_COUNT] = {NOTICE_FIELDS(NOTICE_FIELD_ROW)};

static json_t *make_date(struct date d)
{
	char text[DATE_TEXT];

	return date_is_set(d) ? json_string(date_format(d, text)) : json_null();
}

static json_t *make_items(struct arena *a, const struct notice_item_rows *items)
{
	json_t *list = json_array();

	for (size_t i = 0; i < items->n; i++) {
		const struct notice_item_row *it = &items->at[i];
		json_t *o = json_pack("{s:s, s:s, s:s, s:s, s:i, s:i, s:s}", "action",
				      it->action_no, "title", it->action_title, "why",
				      debt_why_word(it->why), "what", it->what, "days", it->days,
				      "times", it->times, "reason", notice_item_reason(a, it));

		json_object_set_new(o, "due", make_date(it->due));
		json_array_append_new(list, o);
	}
	return list;
}

/* Those with a post in the unit. */
static json_t *make_people(const struct notice_row *n, const struct person_rows *people)
{
	json_t *list = json_array();

	for (size_t i = 0; i < people->n; i++) {
		const struct person_row *p = &people->at[i];

		for (size_t k = 0; p->active && k < p->posts.n; k++) {
			const struct post_row *post = &p->posts.at[k];

			if (post->unit_id == n->unit_id)
				json_array_append_new(
					list, json_pack("{s:s, s:s, s:s, s:s}", "login", p->login,
							"name", p->name, "phone", p->phone, "post",
							post_role_word(post->role)));
		}
	}
	return list;
}

struct message {
	const struct notice_row *n;
	const struct notice_item_rows *items;
	const struct person_rows *people;
	int64_t log_row;
	const char *log_head;
};

static json_t *make_field(struct arena *a, enum notice_field_id field, const struct message *m)
{
	const struct notice_row *n = m->n;
	char at[TIME_TEXT];

	switch (field) {
	case NOTICE_FIELD_ID:
		return json_integer((json_int_t)n->id);
	case NOTICE_FIELD_KIND:
		return json_string(notice_kind_word(n->kind));
	case NOTICE_FIELD_NO:
		return json_integer(n->no);
	case NOTICE_FIELD_NAME:
		return json_string(notice_name(a, n));
	case NOTICE_FIELD_PLAN:
		return json_string(n->plan_code);
	case NOTICE_FIELD_PLAN_TITLE:
		return json_string(n->plan_title);
	case NOTICE_FIELD_UNIT:
		return json_string(n->unit);
	case NOTICE_FIELD_LEVEL:
		return json_string(notice_level_word(n->level));
	case NOTICE_FIELD_TEXT:
		return json_string(n->text);
	case NOTICE_FIELD_ISSUED_BY:
		return json_string(n->issued_by);
	case NOTICE_FIELD_ISSUED_AT:
		return json_string(time_format_utc(n->issued_at, at));
	case NOTICE_FIELD_ANSWER_BY:
		return make_date(n->answer_by);
	case NOTICE_FIELD_ITEMS:
		return make_items(a, m->items);
	case NOTICE_FIELD_PEOPLE:
		return make_people(n, m->people);
	case NOTICE_FIELD_LOG_ROW:
		return json_integer((json_int_t)m->log_row);
	case NOTICE_FIELD_LOG_HEAD:
		return json_string(m->log_head);
	case NOTICE_FIELD_COUNT:
		break;
	}
	return NULL;
}

char *notice_json(const struct notice_row *n, const struct notice_item_rows *items,
		  const struct person_rows *people, int64_t log_row, const char *log_head)
{
	const struct message m = {n, items, people, log_row, log_head};
	struct arena a = ARENA_INIT;
	json_t *o = json_object();

	for (unsigned i = 0; i < NOTICE_FIELD_COUNT; i++)
		json_object_set_new(o, notice_fields[i].name,
				    make_field(&a, (enum notice_field_id)i, &m));
	char *text = json_dumps(o, JSON_COMPACT);
	json_decref(o);
	arena_free(&a);
	return text;
}
