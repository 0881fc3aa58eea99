/* view_person_form.c - a new person: login, name, telephone. The posts are given on the person's
 * own screen, to which this leads. */
#include "tui/view/views.h"

#include "core/rule/entry.h"
#include "core/i18n.h"
#include "db/people/store_person.h"
#include "tui/part/form_page.h"
#include "tui/app/session.h"

struct person_form {
	struct form_page page;
};

static int person_form_open(struct view *v, const struct view_args *args, struct err *e)
{
	(void)args;
	return session_demand(v->context, ACT_PERSON, 0, e);
}

static int begin_form(struct view *v, struct err *e)
{
	struct person_form *p = v->state;
	struct form_field fields[] = {
		{.name = "login",
		 .label = _("login"),
		 .kind = FIELD_TEXT,
		 .cols = 20,
		 .max_chars = 32,
		 .after = _("the Unix account"),
		 .required = true,
		 .help = _("The name under which this person logs in to this machine.")},
		{.name = "name",
		 .label = _("name"),
		 .kind = FIELD_TEXT,
		 .cols = 30,
		 .max_chars = 60,
		 .required = true},
		{.name = "phone",
		 .label = _("telephone"),
		 .kind = FIELD_TEXT,
		 .cols = 20,
		 .max_chars = 40},
	};

	(void)e;
	form_page_begin(&p->page, fields, sizeof fields / sizeof fields[0], _("Add"),
			xstrdup("person:new"));
	return 0;
}

static enum reply add(struct view *v, struct app *app)
{
	struct person_form *p = v->state;
	const struct form *f = p->page.form;
	struct actor who = session_actor(v->context);
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct person_row row;
	unsigned changes = 0;
	const char *login, *name;

	if (entry_login(&a, form_get(f, "login"), &login, &e) < 0 ||
	    entry_name(&a, form_get(f, "name"), "name", &name, &e) < 0 ||
	    store_person_add(v->context->store, &who, login, name, form_get(f, "phone"), &a, &row,
			     &changes, &e) < 0) {
		form_page_error(&p->page, v, &e);
	} else {
		form_page_done(&p->page, v, app, changes,
			       arena_printf(&a, _("%s: added. Now give a post: Enter."), row.name));
		app_push(app, &view_person, &(struct view_args){.text = row.login});
	}
	arena_free(&a);
	return REPLY_DONE;
}

static const struct form_page_ops page = {.begin = begin_form, .submit = add};

static int person_form_load(struct view *v, struct store *s, struct err *e)
{
	(void)s;
	return form_page_load(v, &page, e);
}

const struct view_ops view_person_form = {
	.name = "person-new",
	.title = N_("New person"),
	.state_size = sizeof(struct person_form),
	.open = person_form_open,
	.load = person_form_load,
	FORM_VIEW_OPS,
};
