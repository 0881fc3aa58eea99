/*
 * The door for evidence, by reference or with a file. What each kind asks for stands in one table:
 * which of its fields must be there, and which form the reference has.
 */
#include "core/rule/entry.h"

#include "core/decimal.h"
#include "core/rule/entry_text.h"
#include "core/i18n.h"
#include "core/text/file_name.h"

#include <string.h>

typedef bool check_fn(const char *ref);

/* An address of the web, or a path of a folder that others can open too. */
static bool is_address(const char *ref)
{
	static const char *const begins[] = {"http://", "https://", "/", "\\\\", "file://"};

	for (size_t i = 0; i < sizeof begins / sizeof begins[0]; i++) {
		size_t n = strlen(begins[i]);
		if (strncmp(ref, begins[i], n) == 0 && ref[n])
			return true;
	}
	return false;
}

/* A figure, perhaps with what it is measured in: "45.2%", "1200 人次". */
static bool is_figure(const char *ref)
{
	char figure[DECIMAL_TEXT] = "";
	size_t n = strspn(ref, "-.0123456789");
	struct decimal d;

	if (n >= sizeof figure)
		return false;
	memcpy(figure, ref, n);
	return decimal_parse(figure, &d);
}

static const struct evidence_form {
	bool number_serves; /* without a title, the document number is the title */
	bool has_file;	    /* it comes with its content, whose name serves as title */
	bool ref_narrow;    /* full-width characters of the reference are made half-width */
	check_fn *ref_is;
	const char *ref_wrong; /* the sentence when it is not, with the text given */
} forms[EVIDENCE_KIND_COUNT] = {
	[EVIDENCE_DOCUMENT] = {.number_serves = true},
	[EVIDENCE_FILE] = {.has_file = true},
	[EVIDENCE_LINK] = {.ref_narrow = true,
			   .ref_is = is_address,
			   .ref_wrong =
				   N_("\"%s\" is not an address; copy it whole, with http:// or "
				      "https:// before it, or give the path of a shared folder")},
	[EVIDENCE_FIGURE] = {.ref_narrow = true,
			     .ref_is = is_figure,
			     .ref_wrong =
				     N_("\"%s\" is not a figure; write digits first, like 45.2 "
					"or 1200")},
};

static int read_kind(struct arena *a, const char *typed, enum evidence_kind *kind, struct err *e)
{
	const char *s = entry_narrow(a, typed, "kind", e);
	struct strbuf words = STRBUF_INIT;

	if (!s)
		return -1;
	if (evidence_kind_parse(s, kind))
		return 0;
	for (int i = 0; i < EVIDENCE_KIND_COUNT; i++)
		strbuf_printf(&words, i ? ", %s" : "%s", evidence_kind_word((enum evidence_kind)i));
	if (*s)
		err_set_field(e, ERR_INPUT, "kind",
			      _("\"%s\" is not a kind of evidence; use one of: %s"), s, words.s);
	else
		err_set_field(e, ERR_INPUT, "kind", _("say what it is, one of: %s"), words.s);
	strbuf_free(&words);
	return -1;
}

/* Fields "file" and "kind"; a bad name "name". */
static int read_file(struct arena *a, const char *file, struct evidence_new *v, struct err *e)
{
	bool given = file && *file;

	v->file_name = "";
	if (given && !forms[v->kind].has_file)
		return err_set_field(e, ERR_INPUT, "kind",
				     _("what comes with a file is of the kind \"file\"; its number "
				       "and date are kept with it all the same"));
	if (!given && forms[v->kind].has_file)
		return err_set_field(
			e, ERR_INPUT, "file",
			_("say which file it is; what is to stay in a shared folder is "
			  "recorded as a link"));
	if (!given)
		return 0;
	v->file_name = file_name_clean(a, file, e);
	return v->file_name ? 0 : -1;
}

static int read_texts(struct arena *a, const struct evidence_fields *f, struct evidence_new *v,
		      struct err *e)
{
	v->title = entry_line(a, f->title, "title", ENTRY_LINE_MAX, e);
	if (!v->title)
		return -1;
	v->doc_no = entry_line(a, f->doc_no, "doc_no", ENTRY_LINE_MAX, e);
	if (!v->doc_no)
		return -1;
	v->ref = forms[v->kind].ref_narrow ? entry_narrow(a, f->ref, "ref", e)
					   : entry_line(a, f->ref, "ref", ENTRY_LINE_MAX, e);
	if (!v->ref)
		return -1;
	v->note = entry_text(a, f->note, "note", e);
	return v->note ? 0 : -1;
}

static int read_day(struct arena *a, const char *typed, struct date *on, struct err *e)
{
	const char *s = entry_narrow(a, typed, "on", e);

	if (!s)
		return -1;
	*on = (struct date){0};
	return *s ? date_read(s, "on", on, e) : 0;
}

static int check_form(struct evidence_new *v, struct err *e)
{
	const struct evidence_form *form = &forms[v->kind];

	if (form->number_serves && !*v->title)
		v->title = v->doc_no;
	if (form->has_file && !*v->title)
		v->title = v->file_name;
	if (form->number_serves && !*v->title)
		return err_set_field(e, ERR_INPUT, "doc_no",
				     _("give the number of the document, or its title"));
	if (!*v->title)
		return err_set_field(e, ERR_INPUT, "title",
				     _("the evidence has no title; say in a few words what it is"));
	if (form->ref_is && !form->ref_is(v->ref))
		return err_set_field(e, ERR_INPUT, "ref", _(form->ref_wrong), v->ref);
	return 0;
}

int entry_evidence(struct arena *a, const struct evidence_fields *f, struct evidence_new *v,
		   struct err *e)
{
	bool implied = f->file && (!f->kind || !*f->kind);
	const char *kind = implied ? evidence_kind_word(EVIDENCE_FILE) : f->kind;

	if (read_kind(a, kind, &v->kind, e) || read_file(a, f->file, v, e) ||
	    read_texts(a, f, v, e) || read_day(a, f->on, &v->on, e))
		return -1;
	return check_form(v, e);
}
