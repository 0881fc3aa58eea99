/* Evidence: kind, title, document number, place or address, day, note. Of a file the place is its
 * path; it is kept itself. */
#include "tui/evidence/evidence_fields.h"

#include "core/i18n.h"
#include "db/report/store_evidence.h"
#include "tui/app/session.h"
#include "tui/evidence/evidence_upload.h"

#include <stdio.h>
#include <string.h>

static const struct form_choice *kinds(size_t *n)
{
	static struct form_choice choices[EVIDENCE_KIND_COUNT];

	for (int i = 0; i < EVIDENCE_KIND_COUNT; i++)
		choices[i] = (struct form_choice){evidence_kind_word((enum evidence_kind)i),
						  evidence_kind_label((enum evidence_kind)i)};
	*n = EVIDENCE_KIND_COUNT;
	return choices;
}

void evidence_fields_describe(struct form_field *fields, bool required, struct date today)
{
	size_t nkinds;
	const struct form_choice *choices = kinds(&nkinds);

	fields[0] = (struct form_field){.name = "kind",
					.label = _("kind"),
					.kind = FIELD_CHOICE,
					.choices = choices,
					.nchoices = nkinds};
	fields[1] = (struct form_field){.name = "title",
					.label = _("title"),
					.kind = FIELD_TEXT,
					.max_chars = ENTRY_LINE_MAX,
					.required = required,
					.help = _("What a reader knows it by: title of the "
						  "document, name of the meeting.")};
	fields[2] = (struct form_field){.name = "doc_no",
					.label = _("document no."),
					.kind = FIELD_TEXT,
					.cols = 30,
					.max_chars = 60,
					.help = _("As printed on it; the same number is the "
						  "same document.")};
	fields[3] = (struct form_field){.name = "ref",
					.label = _("place, address, figure"),
					.kind = FIELD_TEXT,
					.max_chars = ENTRY_LINE_MAX,
					.help = _("Where it can be found: a folder, a link, a "
						  "room, or the figure itself.")};
	fields[4] = (struct form_field){.name = "on",
					.label = _("day"),
					.kind = FIELD_DATE,
					.today = today,
					.way = DATE_PAST,
					.help = _("The day of the document or meeting, also short, "
						  "like 11-30.")};
	fields[5] = (struct form_field){.name = "note",
					.label = _("note"),
					.kind = FIELD_TEXT,
					.max_chars = ENTRY_LINE_MAX};
}

static enum evidence_kind kind_of(const struct form *f)
{
	enum evidence_kind kind = EVIDENCE_KIND_COUNT;

	evidence_kind_parse(form_get(f, "kind"), &kind);
	return kind;
}

/* What a document is called that has no more than its number, NULL where that says nothing. */
static const char *title_of(struct arena *a, const struct form *f, const struct app_context *c)
{
	struct evidence_fields number = {.kind = form_get(f, "kind"),
					 .doc_no = form_get(f, "doc_no")};
	struct actor who = session_actor(c);
	struct evidence_new as_stored = {0};
	struct evidence_row known;
	struct err e = ERR_INIT;

	if (kind_of(f) != EVIDENCE_DOCUMENT || !number.doc_no[0] ||
	    entry_evidence(a, &number, &as_stored, &e) < 0)
		return NULL;
	if (store_evidence_of_number(c->store, a, &who, as_stored.doc_no, &known, &e) > 0)
		return arena_printf(a, _("left empty, it is \"%s\", as %s has recorded it"),
				    known.title, known.unit);
	return arena_printf(a, _("left empty, it is recorded as \"%s\""), as_stored.title);
}

void evidence_fields_propose(struct form *f, const struct app_context *c,
			     const struct evidence_new *about, const char *action)
{
	struct arena a = ARENA_INIT;
	bool file = kind_of(f) == EVIDENCE_FILE, remote = evidence_upload_is_remote(c);
	const char *note = NULL;

	if (!form_get(f, "title")[0])
		note = file ? _("left empty, it is the name of the file") : title_of(&a, f, c);
	form_note(f, "title", note);
	form_note(f, "kind",
		  !file	   ? NULL
		  : remote ? _("send it from your own computer with the command below")
			   : _("the file itself is kept: give its path below"));
	form_note(f, "ref", file && remote ? evidence_upload_command(&a, c, about, action) : NULL);
	arena_free(&a);
}

bool evidence_fields_filled(const struct form *f)
{
	return form_get(f, "title")[0] || form_get(f, "doc_no")[0] || form_get(f, "ref")[0];
}

void evidence_fields_clear(struct form *f)
{
	static const char *const typed[] = {"title", "doc_no", "ref", "on", "note"};

	for (size_t i = 0; i < sizeof typed / sizeof typed[0]; i++)
		form_replace(f, typed[i], "");
}

/* What is wrong with a file is wrong with its path. */
static int refuse(struct err *e, bool file)
{
	if (file && (strcmp(e->field, "file") == 0 || strcmp(e->field, "name") == 0))
		snprintf(e->field, sizeof e->field, "ref");
	return -1;
}

int evidence_fields_read(const struct form *f, struct arena *a, struct evidence_new *v,
			 struct err *e)
{
	struct evidence_fields fields = {
		.kind = form_get(f, "kind"),
		.title = form_get(f, "title"),
		.doc_no = form_get(f, "doc_no"),
		.ref = form_get(f, "ref"),
		.on = form_get(f, "on"),
		.note = form_get(f, "note"),
	};
	bool file = kind_of(f) == EVIDENCE_FILE;

	if (file) {
		fields.file = fields.ref;
		fields.ref = "";
	}
	return entry_evidence(a, &fields, v, e) < 0 ? refuse(e, file) : 0;
}

int evidence_fields_add(const struct form *f, const struct app_context *c,
			const struct evidence_new *about, struct arena *a, struct evidence_row *row,
			unsigned *changes, struct err *e)
{
	struct actor who = session_actor(c);
	struct evidence_new v = *about;

	if (evidence_fields_read(f, a, &v, e) < 0)
		return -1;
	if (!*v.file_name)
		return store_evidence_add(c->store, &who, &v, a, row, changes, e);
	return evidence_upload_add(c, a, &v, form_get(f, "ref"), row, changes, e) < 0
		       ? refuse(e, true)
		       : 0;
}
