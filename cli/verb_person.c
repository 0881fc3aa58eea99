/* People and their posts. */
#include "cli/cli.h"
#include "cli/lookup.h"
#include "cli/rows.h"
#include "core/rule/entry.h"

#include <stdio.h>
#include <string.h>

/* "reporter:区教育局, office" for programs; labels for people. */
static const char *posts_text(struct rows *r, const struct person_row *p)
{
	const char *text = "";

	for (size_t i = 0; i < p->posts.n; i++) {
		const struct post_row *post = &p->posts.at[i];
		const char *role =
			r->people ? post_role_label(post->role) : post_role_word(post->role);

		text = arena_printf(r->arena, "%s%s%s%s%s", text, i ? ", " : "", role,
				    *post->unit ? ":" : "", post->unit);
	}
	return text;
}

int verb_person_list(struct cli *cli, struct err *e)
{
	static const struct rows_column columns[] = {
		{"login", N_("Login"), COLUMN_WORD, false},
		{"name", N_("Name"), COLUMN_WORD, false},
		{"posts", N_("Posts"), COLUMN_TEXT, false},
		{"phone", N_("Telephone"), COLUMN_WORD, false},
		{"active", N_("Active"), COLUMN_WORD, false},
	};
	struct person_rows people = {0};
	struct rows r;

	if (cli_open(cli, e) < 0 || store_person_list(cli->store, &cli->arena, &people, e) < 0)
		return -1;
	ROWS_BEGIN(&r, cli, columns);
	for (size_t i = 0; i < people.n; i++) {
		const struct person_row *p = &people.at[i];

		rows_text(&r, p->login);
		rows_text(&r, p->name);
		rows_text(&r, posts_text(&r, p));
		rows_text(&r, p->phone);
		rows_flag(&r, p->active);
	}
	return rows_end(&r, e);
}

int verb_person_add(struct cli *cli, struct err *e)
{
	const char *phone = cli_option(cli, "phone");
	struct person_row row = {0};
	const char *login, *name;

	if (entry_login(&cli->arena, cli_operand(cli, 0), &login, e) < 0 ||
	    entry_name(&cli->arena, cli_operand(cli, 1), "NAME", &name, e) < 0 ||
	    cli_open(cli, e) < 0 ||
	    store_person_add(cli->store, &cli->who, login, name, phone ? phone : "", &cli->arena,
			     &row, NULL, e) < 0)
		return -1;
	printf(_("%s (%s) is added; `duban person post %s ROLE` gives a post\n"), row.name,
	       row.login, row.login);
	return 0;
}

static int end_post(struct cli *cli, const struct person_row *p, enum post_role role,
		    int64_t unit_id, struct err *e)
{
	for (size_t i = 0; i < p->posts.n; i++) {
		const struct post_row *post = &p->posts.at[i];

		if (post->role != role || (unit_id && post->unit_id != unit_id))
			continue;
		if (store_post_end(cli->store, &cli->who, post->id, p->version, NULL, e) < 0)
			return -1;
		printf(_("%s is no longer %s\n"), p->name, post_role_label(role));
		return 0;
	}
	return err_set(e, ERR_NOT_FOUND, _("%s does not hold this post"), p->name);
}

int verb_person_post(struct cli *cli, struct err *e)
{
	const char *word = cli_operand(cli, 1);
	struct person_row p = {0};
	enum post_role role = POST_REPORTER;
	int64_t unit_id = 0;

	if (!post_role_parse(word, &role))
		return err_set_field(e, ERR_INPUT, "ROLE",
				     _("\"%s\" is no role: reporter, approver, office, leader, "
				       "assessor or admin"),
				     word);
	if (lookup_person(cli, cli_operand(cli, 0), &p, e) < 0 ||
	    lookup_unit_id(cli, &unit_id, e) < 0)
		return -1;
	if (cli_has(cli, "end"))
		return end_post(cli, &p, role, unit_id, e);
	if (store_post_add(cli->store, &cli->who, p.id, p.version, role, unit_id, NULL, e) < 0)
		return -1;
	if (unit_id)
		printf(_("%s is now %s of %s\n"), p.name, post_role_label(role),
		       cli_option(cli, "unit"));
	else
		printf(_("%s is now %s\n"), p.name, post_role_label(role));
	return 0;
}

static int set_active(struct cli *cli, bool active, struct person_row *p, struct err *e)
{
	if (lookup_person(cli, cli_operand(cli, 0), p, e) < 0)
		return -1;
	return store_person_set_active(cli->store, &cli->who, p->id, p->version, active, NULL, e);
}

int verb_person_disable(struct cli *cli, struct err *e)
{
	struct person_row p = {0};

	if (set_active(cli, false, &p, e) < 0)
		return -1;
	printf(_("%s (%s) can no longer come in\n"), p.name, p.login);
	return 0;
}

int verb_person_enable(struct cli *cli, struct err *e)
{
	struct person_row p = {0};

	if (set_active(cli, true, &p, e) < 0)
		return -1;
	printf(_("%s (%s) can come in again\n"), p.name, p.login);
	return 0;
}
