/* Media types by libmagic. It tells office documents from other archives by what stands first in
 * them, which programs write in different orders: for those the names inside decide. */
#include "convert/type.h"

#include "convert/zip.h"

#include <magic.h>
#include <string.h>

static const char zip_type[] = "application/zip", unknown[] = "application/octet-stream";

/* A part that only one kind of document has. */
#define OPEN_XML "application/vnd.openxmlformats-officedocument."
static const struct {
	const char *part, *type;
} documents[] = {
	{"OFD.xml", "application/ofd"},
	{"word/document.xml", OPEN_XML "wordprocessingml.document"},
	{"xl/workbook.xml", OPEN_XML "spreadsheetml.sheet"},
	{"ppt/presentation.xml", OPEN_XML "presentationml.presentation"},
};

struct magic_set *type_begin(void)
{
	magic_t m = magic_open(MAGIC_MIME_TYPE | MAGIC_ERROR);

	if (m && magic_load(m, NULL) != 0) {
		magic_close(m);
		m = NULL;
	}
	return m;
}

void type_end(struct magic_set *m)
{
	magic_close(m);
}

static const char *document_of(const char *name)
{
	for (size_t i = 0; i < sizeof documents / sizeof documents[0]; i++)
		if (strcmp(name, documents[i].part) == 0)
			return documents[i].type;
	return NULL;
}

enum convert_end type_find(struct magic_set *m, int fd, const char *head, size_t nbytes,
			   struct strbuf *out)
{
	const char *type = magic_buffer(m, head, nbytes);

	if (!type)
		return CONVERT_DAMAGED;
	if (nbytes > 4 && memcmp(head, "PK\3\4", 4) == 0 &&
	    (strcmp(type, zip_type) == 0 || strcmp(type, unknown) == 0)) {
		const char *inside = zip_known(fd, document_of);
		type = inside ? inside : zip_type;
	}
	strbuf_puts(out, type);
	return CONVERT_DONE;
}
