/* Evidence by reference: kind, title, document number, place or address, day, note. */
#include "tui/evidence/evidence_fields.h"

#include "core/i18n.h"
#include "core/mem.h"

#include <stddef.h>

/* A file is recorded by its path until files are kept in the database themselves. */
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

void evidence_fields_propose(struct form *f)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct evidence_new as_stored = {0};
	struct evidence_fields number = {.kind = form_get(f, "kind"),
					 .doc_no = form_get(f, "doc_no")};
	const char *note = NULL;

	if (!form_get(f, "title")[0] && number.doc_no[0] &&
	    entry_evidence(&a, &number, &as_stored, &e) == 0)
		note = arena_printf(&a, _("left empty, it is recorded as \"%s\""), as_stored.title);
	form_note(f, "title", note);
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

	return entry_evidence(a, &fields, v, e);
}
