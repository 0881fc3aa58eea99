/*
 * From a file to a plan: read the bytes, find out what they are, bring them to UTF-8 text (here for
 * texts, through duban-convert for documents and pages) and hand that to the reader of plans.
 */
#include "exchange/plan_file.h"

#include "core/i18n.h"
#include "exchange/convert.h"
#include "exchange/encoding.h"
#include "exchange/file_read.h"
#include "exchange/plan_json.h"

#include <string.h>

static const char *file_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

/* Text in any encoding; a page is then made plain. */
static int read_text(struct arena *a, struct decoded *d, struct plan_source *source, struct err *e)
{
	if (encoding_decode(a, d->text, d->nbytes, d, e) < 0)
		return -1;
	source->encoding = d->encoding;
	if (file_kind_of_text(d->text, d->nbytes, &source->kind, e) < 0)
		return -1;
	return source->kind == FILE_HTML
		       ? convert_document(a, FILE_HTML, d->text, d->nbytes, &d->text, &d->nbytes, e)
		       : 0;
}

/* A character that an earlier conversion could not bring over stands as U+FFFD in the text. */
static void add_lost(struct arena *a, struct plan *p)
{
	static const char lost[] = "\xEF\xBF\xBD";
	const char *end = p->text + p->nbytes, *from = p->text;
	int line = 1;

	for (const char *at; (at = memmem(from, (size_t)(end - from), lost, 3));) {
		const char *eol = memchr(at, '\n', (size_t)(end - at));
		struct plan_doubt *d = vec_push(a, &p->doubts);

		for (; from < at; from++)
			line += *from == '\n';
		*d = (struct plan_doubt){
			.kind = DOUBT_OTHER,
			.action = -1,
			.line = line,
			.text = _("a character was lost when the file was made; compare with the "
				  "document as it was issued"),
			.proposal = "",
			.a = "",
			.b = "",
			.span = {(size_t)(at - p->text), (size_t)(at - p->text) + 3},
		};
		if (!eol)
			break;
		from = eol + 1;
		line++;
	}
}

static int read_bytes(struct arena *a, const char *path, struct decoded *d, struct plan *p,
		      struct plan_source *source, struct err *e)
{
	int failed;

	if (file_kind_find(d->text, d->nbytes, &source->kind, e) < 0)
		return -1;
	failed = source->kind == FILE_TEXT ? read_text(a, d, source, e)
					   : convert_document(a, source->kind, d->text, d->nbytes,
							      &d->text, &d->nbytes, e);
	if (failed)
		return -1;
	if (source->kind == FILE_PLAN_JSON)
		return plan_json_read(a, file_name(path), d->text, d->nbytes, p, e);
	if (plan_read(a, file_name(path), d->text, d->nbytes, p, e) < 0)
		return -1;
	add_lost(a, p);
	return 0;
}

int plan_file_read(struct arena *a, const char *path, struct plan *p, struct plan_source *source,
		   struct err *e)
{
	struct plan_source unwanted;
	struct decoded d = {0};

	if (!source)
		source = &unwanted;
	*source = (struct plan_source){FILE_TEXT, ""};
	if (file_read(a, path, &d.text, &d.nbytes, e) < 0)
		return -1;
	return read_bytes(a, path, &d, p, source, e) < 0 ? err_wrap(e, "%s", path) : 0;
}

const char *plan_source_text(struct arena *a, const struct plan_source *source)
{
	bool utf8 = strcmp(source->encoding, "UTF-8") == 0;

	if (source->kind == FILE_TEXT && utf8)
		return "";
	if (!*source->encoding || utf8)
		return file_kind_label(source->kind);
	return arena_printf(a, _("%s in %s"), file_kind_label(source->kind), source->encoding);
}
