/* Archives by libarchive, from memory into memory, with a limit on what they may unpack to. */
#include "convert/zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

static bool ends(const char *s, const char *with)
{
	size_t n = strlen(s), m = strlen(with);

	return n >= m && strcmp(s + n - m, with) == 0;
}

static enum convert_end read_part(struct arena *a, struct archive *archive, struct zip_part *part,
				  size_t *total)
{
	struct strbuf b = STRBUF_INIT;
	char block[65536];
	enum convert_end end = CONVERT_DONE;
	la_ssize_t n;

	while (end == CONVERT_DONE && (n = archive_read_data(archive, block, sizeof block)) != 0) {
		if (n < 0) {
			end = CONVERT_DAMAGED;
			break;
		}
		*total += (size_t)n;
		strbuf_add(&b, block, (size_t)n);
		if (*total > ZIP_MAX)
			end = CONVERT_TOO_LARGE;
	}
	part->bytes = arena_strndup(a, b.s ? b.s : "", b.nbytes);
	part->nbytes = b.nbytes;
	strbuf_free(&b);
	return end;
}

static enum convert_end read_parts(struct arena *a, struct archive *archive, struct zip *zip)
{
	enum convert_end end = CONVERT_DONE;
	struct archive_entry *entry;
	size_t total = 0;
	int rc;

	while (end == CONVERT_DONE &&
	       (rc = archive_read_next_header(archive, &entry)) != ARCHIVE_EOF) {
		const char *name;
		struct zip_part *part;

		if (rc < ARCHIVE_WARN)
			return CONVERT_DAMAGED;
		name = archive_entry_pathname(entry);
		if (!name || (!ends(name, ".xml") && !ends(name, ".rels")))
			continue;
		part = vec_push(a, &zip->parts);
		part->name = arena_strdup(a, name);
		end = read_part(a, archive, part, &total);
	}
	return end;
}

enum convert_end zip_read(struct arena *a, const char *bytes, size_t nbytes, struct zip *zip)
{
	struct archive *archive = archive_read_new();
	enum convert_end end = CONVERT_DAMAGED;

	archive_read_support_format_zip_seekable(archive);
	if (archive_read_open_memory(archive, bytes, nbytes) == ARCHIVE_OK)
		end = read_parts(a, archive, zip);
	archive_read_free(archive);
	return end == CONVERT_DONE && zip->parts.n == 0 ? CONVERT_DAMAGED : end;
}

const char *zip_known(int fd, const char *(*known)(const char *name))
{
	struct archive *archive = archive_read_new();
	struct archive_entry *entry;
	const char *found = NULL;

	archive_read_support_format_zip_seekable(archive);
	if (archive_read_open_fd(archive, fd, 1 << 16) == ARCHIVE_OK)
		while (!found && archive_read_next_header(archive, &entry) >= ARCHIVE_WARN) {
			const char *name = archive_entry_pathname(entry);
			found = name ? known(name) : NULL;
		}
	archive_read_free(archive);
	return found;
}

const struct zip_part *zip_find(const struct zip *zip, const char *name)
{
	for (size_t i = 0; name && i < zip->parts.n; i++)
		if (strcmp(zip->parts.at[i].name, name) == 0)
			return &zip->parts.at[i];
	return NULL;
}

xmlDoc *zip_parse(const struct zip *zip, const char *name, enum convert_end *end)
{
	const struct zip_part *part = zip_find(zip, name);

	return part ? xml_parse(part->bytes, part->nbytes, end) : NULL;
}

/* "xl/workbook.xml" has its relations in "xl/_rels/workbook.xml.rels". */
static const char *rels_name(struct arena *a, const char *from)
{
	const char *slash = strrchr(from, '/');
	int folder = slash ? (int)(slash + 1 - from) : 0;

	return arena_printf(a, "%.*s_rels/%s.rels", folder, from, from + folder);
}

/* A target is relative to the folder of the part, or absolute within the package. */
static const char *resolve(struct arena *a, const char *from, const char *target)
{
	const char *slash = strrchr(from, '/');
	int folder = slash ? (int)(slash + 1 - from) : 0;

	if (*target == '/')
		return arena_strdup(a, target + 1);
	while (strncmp(target, "../", 3) == 0) {
		target += 3;
		for (folder -= folder > 0; folder > 0 && from[folder - 1] != '/';)
			folder--;
	}
	return arena_printf(a, "%.*s%s", folder, from, target);
}

const char *zip_related(struct arena *a, const struct zip *zip, const char *from, const char *type,
			const char *id)
{
	enum convert_end end = CONVERT_DONE;
	xmlDoc *doc = zip_parse(zip, rels_name(a, from), &end);
	const char *found = NULL;

	if (!doc)
		return NULL;
	XML_EACH(x, xmlDocGetRootElement(doc))
	{
		const char *its_type = xml_attr(x, "Type"), *its_id = xml_attr(x, "Id");
		const char *target = xml_attr(x, "Target");

		if (!its_type || !its_id || !target)
			continue;
		if (id ? strcmp(its_id, id) == 0 : ends(its_type, type)) {
			found = resolve(a, from, target);
			break;
		}
	}
	xmlFreeDoc(doc);
	return found;
}
