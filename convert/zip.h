/* zip.h - the parts of an office document, which is a zip archive of XML files. */
#ifndef DUBAN_CONVERT_ZIP_H
#define DUBAN_CONVERT_ZIP_H

#include "convert/xml.h"
#include "core/mem.h"

struct zip_part {
	const char *name, *bytes;
	size_t nbytes;
};

struct zip {
	VEC(struct zip_part) parts;
};

enum { ZIP_MAX = 128 << 20 }; /* bytes of all XML parts together */

/* Unpacks the XML parts (.xml, .rels) into the arena; pictures stay packed. */
enum convert_end zip_read(struct arena *a, const char *bytes, size_t nbytes, struct zip *zip);

/* The first name in the archive that `known` knows, as what it gives for it; NULL when there is
 * none. */
const char *zip_known(int fd, const char *(*known)(const char *name));

/* A part by its name; NULL when there is none. */
const struct zip_part *zip_find(const struct zip *zip, const char *name);
/* The tree of a part that may be missing: NULL and *end untouched. xmlFreeDoc(). */
xmlDoc *zip_parse(const struct zip *zip, const char *name, enum convert_end *end);

/*
 * The name of a part that `from` ("" for the package) refers to: by the end of the relation's type
 * ("officeDocument"), or by its id where that is not NULL. NULL when there is none. In the arena.
 */
const char *zip_related(struct arena *a, const struct zip *zip, const char *from, const char *type,
			const char *id);

#endif
