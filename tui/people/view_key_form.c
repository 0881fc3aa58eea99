/*
 * view_key_form.c - new keys of a person, pasted as they stand in the file that ends in .pub, one a
 * line. A private key that is pasted by mistake is taken out of the field before anything is kept
 * of it.
 */
#include "tui/view/views.h"

#include "core/i18n.h"
#include "db/people/store_key.h"
#include "db/people/store_person.h"
#include "tui/app/session.h"
#include "tui/part/form_page.h"
#include "tui/people/key_text.h"

#include <stdlib.h>
#include <string.h>

enum { KEY_ROWS = 8 };

struct key_form {
	struct form_page page;
	char *login;
	struct person_row person; /* in page.own */
	bool secret;		  /* a private key is coming in: what follows may be more of it */
};

static int key_form_open(struct view *v, const struct view_args *args, struct err *e)
{
	struct key_form *k = v->state;

	if (session_demand(v->context, ACT_PERSON, 0, e) < 0)
		return -1;
	k->login = xstrdup(args->text);
	return 0;
}

static void key_form_close(struct view *v)
{
	free(((struct key_form *)v->state)->login);
	form_view_close(v);
}

static int begin_form(struct view *v, struct err *e)
{
	struct key_form *k = v->state;
	const struct form_field fields[] = {
		{.name = "whose", .label = _("for whom"), .kind = FIELD_SHOW},
		{.name = "key",
		 .label = _("public key"),
		 .kind = FIELD_AREA,
		 .rows = KEY_ROWS,
		 .max_chars = KEY_TEXT_MAX,
		 .required = true,
		 .help = _("Paste the line of the file that ends in .pub (ssh-ed25519 AAAA… name); "
			   "of several computers one line each. A private key stays with its "
			   "person and is never asked for.")},
	};

	if (store_person_find(v->context->store, &k->page.own, k->login, &k->person, e) < 0)
		return -1;
	form_page_begin(&k->page, fields, sizeof fields / sizeof fields[0], _("Add"),
			xasprintf("key:%s", k->login));
	form_set(k->page.form, "whose",
		 arena_printf(&k->page.own, "%s (%s)", k->person.name, k->person.login));
	form_note(k->page.form, "key",
		  _("the line of the file that ends in .pub; several keys: one a line"));
	return 0;
}

/* Without marks around a paste it comes piece by piece. */
static void keep_secret_out(struct view *v)
{
	struct key_form *k = v->state;
	struct form *f = k->page.form;
	const char *text = form_get(f, "key");
	struct err e = ERR_INIT;

	if (!*text)
		return;
	k->secret = store_key_is_private(text) || (k->secret && !store_key_may_begin(text));
	if (!k->secret)
		return;
	form_set(f, "key", "");
	err_set_field(&e, ERR_INPUT, "key",
		      _("this is a private key: nothing of it was kept; it stays on its person's "
			"own computer, and the public one is in the file that ends in .pub"));
	form_error(f, &e);
}

static enum reply add(struct view *v, struct app *app)
{
	struct key_form *k = v->state;
	const char *text = form_get(k->page.form, "key");
	struct actor who = session_actor(v->context);
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct key_rows rows;
	unsigned changes = 0;

	if (store_key_add(v->context->store, &who, k->person.id, text, strlen(text), &a, &rows,
			  &changes, &e) < 0)
		form_page_error(&k->page, v, &e);
	else
		form_page_done(&k->page, v, app, changes,
			       rows.n == 1
				       ? arena_printf(&a, _("%1$s can log in with %2$s now."),
						      k->person.name, rows.at[0].fingerprint)
				       : arena_printf(&a,
						      Q_("%2$s can log in with %1$zu more key now.",
							 "%2$s can log in with %1$zu more keys "
							 "now.",
							 rows.n),
						      rows.n, k->person.name));
	arena_free(&a);
	return REPLY_DONE;
}

static const struct form_page_ops page = {
	.begin = begin_form, .submit = add, .changed = keep_secret_out};

static int key_form_load(struct view *v, struct store *s, struct err *e)
{
	(void)s;
	return form_page_load(v, &page, e);
}

const struct view_ops view_key_form = {
	.name = "key-new",
	.title = N_("New key"),
	.state_size = sizeof(struct key_form),
	.open = key_form_open,
	.load = key_form_load,
	.scope = SCOPE_FORM,
	.draw = form_view_draw,
	.act = form_view_act,
	.key = form_view_key,
	.point = form_view_point,
	.resume = form_view_resume,
	.settle = form_view_settle,
	.offers = form_view_offers,
	.help = form_view_help,
	.close = key_form_close,
};
