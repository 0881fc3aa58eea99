/* notice_json.c - a notice for a gateway of mail or short messages: everything that a message
 * needs, so that the command need not open the file. Words are those of programs; `reason` alone is
 * for people. */
#include "exchange/notice_json.h"

#include <jansson.h>

static void put_date(json_t *to, const char *name, struct date d)
{
	char text[DATE_TEXT];

	json_object_set_new(to, name,
			    date_is_set(d) ? json_string(date_format(d, text)) : json_null());
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

		put_date(o, "due", it->due);
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

char *notice_json(const struct notice_row *n, const struct notice_item_rows *items,
		  const struct person_rows *people)
{
	struct arena a = ARENA_INIT;
	char at[TIME_TEXT];
	json_t *o = json_pack("{s:I, s:s, s:i, s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:s}", "id",
			      (json_int_t)n->id, "kind", notice_kind_word(n->kind), "no", n->no,
			      "name", notice_name(&a, n), "plan", n->plan_code, "plan_title",
			      n->plan_title, "unit", n->unit, "level", notice_level_word(n->level),
			      "text", n->text, "issued_by", n->issued_by, "issued_at",
			      time_format_utc(n->issued_at, at));

	put_date(o, "answer_by", n->answer_by);
	json_object_set_new(o, "items", make_items(&a, items));
	json_object_set_new(o, "people", make_people(n, people));
	char *text = json_dumps(o, JSON_COMPACT);
	json_decref(o);
	arena_free(&a);
	return text;
}
