/* The table of media types, and the sentences about files that are not taken. A type that the table
 * does not have is one of the others: what nobody has thought of is not taken unless the office
 * says so. */
#include "core/rule/file_rule.h"

#include "core/i18n.h"
#include "core/rule/entry_text.h"

#include <stdio.h>
#include <string.h>

/* The first row that the type begins with. Pages of the web and programs in words are not texts:
 * they do something where they are opened. */
static const struct {
	const char *begins;
	enum file_type type;
} rows[] = {
	{"application/pdf", FILE_TYPE_PDF},
	{"application/ofd", FILE_TYPE_PDF},
	{"image/svg", FILE_TYPE_OTHER},
	{"image/", FILE_TYPE_IMAGE},
	{"application/vnd.openxmlformats-officedocument.", FILE_TYPE_OFFICE},
	{"application/vnd.oasis.opendocument.", FILE_TYPE_OFFICE},
	{"application/vnd.ms-excel", FILE_TYPE_OFFICE},
	{"application/vnd.ms-powerpoint", FILE_TYPE_OFFICE},
	{"application/vnd.ms-office", FILE_TYPE_OFFICE},
	{"application/msword", FILE_TYPE_OFFICE},
	{"application/CDFV2", FILE_TYPE_OFFICE},
	{"application/x-ole-storage", FILE_TYPE_OFFICE},
	{"application/rtf", FILE_TYPE_OFFICE},
	{"text/rtf", FILE_TYPE_OFFICE},
	{"text/html", FILE_TYPE_OTHER},
	{"text/x-", FILE_TYPE_OTHER},
	{"text/", FILE_TYPE_TEXT},
	{"application/csv", FILE_TYPE_TEXT},
	{"application/json", FILE_TYPE_TEXT},
	{"application/zip", FILE_TYPE_ARCHIVE},
	{"application/x-rar", FILE_TYPE_ARCHIVE},
	{"application/vnd.rar", FILE_TYPE_ARCHIVE},
	{"application/x-7z-compressed", FILE_TYPE_ARCHIVE},
	{"application/x-tar", FILE_TYPE_ARCHIVE},
	{"application/gzip", FILE_TYPE_ARCHIVE},
	{"application/x-bzip2", FILE_TYPE_ARCHIVE},
	{"application/x-xz", FILE_TYPE_ARCHIVE},
	{"audio/", FILE_TYPE_MEDIA},
	{"video/", FILE_TYPE_MEDIA},
};

enum file_type file_type_of(const char *media_type)
{
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		if (strncmp(media_type, rows[i].begins, strlen(rows[i].begins)) == 0)
			return rows[i].type;
	return FILE_TYPE_OTHER;
}

/* The words of a list, one after the other: its length, 0 at the end. */
static size_t next_word(const char **list)
{
	*list += strspn(*list, " ,;");
	return strcspn(*list, " ,;");
}

bool file_types_have(const char *types, enum file_type type)
{
	const char *word = file_type_word(type);

	for (size_t n; (n = next_word(&types)) > 0; types += n)
		if (n == strlen(word) && memcmp(types, word, n) == 0)
			return true;
	return false;
}

static int refuse_word(const char *word, const char *field, struct err *e)
{
	struct strbuf words = STRBUF_INIT;

	for (int i = 0; i < FILE_TYPE_COUNT; i++)
		strbuf_printf(&words, i ? ", %s" : "%s", file_type_word((enum file_type)i));
	err_set_field(e, ERR_INPUT, field, _("\"%s\" is no word for files; use some of: %s"), word,
		      words.s);
	strbuf_free(&words);
	return -1;
}

int file_types_read(struct arena *a, const char *typed, const char *field, const char **types,
		    struct err *e)
{
	const char *list = entry_narrow(a, typed, field, e);
	bool named[FILE_TYPE_COUNT] = {false};
	struct strbuf b = STRBUF_INIT;

	if (!list)
		return -1;
	for (size_t n; (n = next_word(&list)) > 0; list += n) {
		const char *word = arena_strndup(a, list, n);
		enum file_type type;

		if (!file_type_parse(word, &type))
			return refuse_word(word, field, e);
		named[type] = true;
	}
	for (int i = 0; i < FILE_TYPE_COUNT; i++)
		if (named[i])
			strbuf_printf(&b, b.nbytes ? " %s" : "%s",
				      file_type_word((enum file_type)i));
	*types = arena_strdup(a, b.s ? b.s : "");
	strbuf_free(&b);
	return **types ? 0 : refuse_word("", field, e);
}

const char *file_types_label(struct arena *a, const char *types)
{
	const char *text = "";

	for (int i = 0; i < FILE_TYPE_COUNT; i++)
		if (file_types_have(types, (enum file_type)i))
			text = *text ? arena_printf(a, _("%s, %s"), text,
						    file_type_label((enum file_type)i))
				     : file_type_label((enum file_type)i);
	return text;
}

int file_check_size(const struct file_limits *l, int64_t used, int64_t nbytes, struct err *e)
{
	char size[FILE_SIZE_TEXT], most[FILE_SIZE_TEXT], room[FILE_SIZE_TEXT];

	file_size_text(nbytes, size);
	if (nbytes <= 0)
		return err_set_field(e, ERR_INPUT, "file", _("the file is empty"));
	if (nbytes > l->file)
		return err_set_field(e, ERR_INPUT, "file",
				     _("the file has more than %s, the most that is kept of one; "
				       "make it smaller, or record where it is to be found"),
				     file_size_text(l->file, most));
	if (nbytes > l->unit - used)
		return err_set_field(
			e, ERR_INPUT, "file",
			_("the files of the unit have %s of the %s that they may have; there is no "
			  "room for %s more, ask the office"),
			file_size_text(used, room), file_size_text(l->unit, most), size);
	return 0;
}

int file_check_type(const struct file_limits *l, const char *media_type, struct err *e)
{
	struct arena a = ARENA_INIT;

	if (file_types_have(l->types, file_type_of(media_type)))
		return 0;
	err_set_field(e, ERR_INPUT, "file",
		      _("by its content the file is of the type %s, which is not taken; what is "
			"taken: %s"),
		      media_type, file_types_label(&a, l->types));
	arena_free(&a);
	return -1;
}

const char *file_size_text(int64_t nbytes, char out[FILE_SIZE_TEXT])
{
	static const char *const units[] = {"KB", "MB", "GB", "TB"};
	int64_t tenths = nbytes * 10;
	size_t i = 0;

	if (nbytes < 1024) {
		snprintf(out, FILE_SIZE_TEXT, "%d B", (int)nbytes);
		return out;
	}
	for (tenths = (tenths + 512) / 1024; tenths >= 10240 && i < 3; i++)
		tenths = (tenths + 512) / 1024;
	int whole = (int)(tenths / 10), tenth = (int)(tenths % 10);

	if (tenths < 100 && tenth)
		snprintf(out, FILE_SIZE_TEXT, "%d.%d %s", whole, tenth, units[i]);
	else
		snprintf(out, FILE_SIZE_TEXT, "%d %s", whole + (tenth >= 5), units[i]);
	return out;
}
