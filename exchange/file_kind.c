/*
 * Kinds by their first bytes, and containers by the names of what is in them: a zip archive may be
 * a Word document or an e-book, a compound file of Microsoft a .doc, an .xls or anything under a
 * password. The names of a container stand in it uncompressed.
 */
#include "exchange/file_kind.h"

#include "core/i18n.h"
#include "core/mem.h"
#include "exchange/plan_json.h"

#include <string.h>
#include <strings.h>

static const struct {
	const char *word, *label;
} words[] = {
#define ROW(id, word, label) {word, label},
	FILE_KINDS(ROW)
#undef ROW
};

const char *file_kind_word(enum file_kind v)
{
	return words[v].word;
}

const char *file_kind_label(enum file_kind v)
{
	return i18n_label(words[v].label);
}

/* How a name is looked for: at the very beginning, in a zip archive, in a compound file, at the
 * head of a .doc whose flags say that it is encrypted. */
enum where { FIRST, ZIP, COMPOUND, LOCKED };

#define PICTURE	 N_("it is a picture; duban needs the text of the document")
#define ARCHIVE	 N_("it is an archive; unpack it and name the document that is in it")
#define PASSWORD N_("it is protected by a password; open it and save it without one")
#define WORKBOOK N_("it is an old Excel workbook; save it as .xlsx")
#define SLIDES	 N_("it is a slide show; save its text as .docx or plain text")

/* Read from the top; `refused` says why a kind is not read. */
static const struct {
	const char *name;
	size_t nbytes;
	const char *refused;
	enum where where;
	enum file_kind kind;
} signs[] = {
#define SIGN(where, name, kind, refused)                                                           \
	{                                                                                          \
		name, sizeof name - 1, refused, where, kind                                        \
	}
	SIGN(FIRST, "%PDF-", FILE_PDF, NULL),
	SIGN(ZIP, "word/", FILE_DOCX, NULL),
	SIGN(ZIP, "xl/", FILE_XLSX, NULL),
	SIGN(ZIP, "OFD.xml", 0,
	     N_("it is an OFD document; print it to a PDF with text, or save it as .docx")),
	SIGN(ZIP, "content.xml", 0, N_("it is an OpenDocument file; save it as .docx or .xlsx")),
	SIGN(ZIP, "ppt/", 0, SLIDES),
	SIGN(FIRST, "PK\3\4", 0,
	     N_("it is a zip archive, or a document that was cut short; unpack it and name the "
		"document that is in it")),
	SIGN(COMPOUND, "EncryptedPackage", 0, PASSWORD),
	SIGN(LOCKED, "\xEC\xA5", 0, PASSWORD),
	SIGN(COMPOUND, "WordDocument", FILE_DOC, NULL),
	SIGN(COMPOUND, "Workbook", 0, WORKBOOK),
	SIGN(COMPOUND, "Book", 0, WORKBOOK),
	SIGN(COMPOUND, "PowerPoint Document", 0, SLIDES),
	SIGN(COMPOUND, "", 0,
	     N_("it is an old office file of an unknown kind; save it as .docx or .xlsx")),
	SIGN(FIRST, "Rar!", 0, ARCHIVE),
	SIGN(FIRST, "7z\xBC\xAF\x27\x1C", 0, ARCHIVE),
	SIGN(FIRST, "\x1F\x8B", 0, ARCHIVE),
	SIGN(FIRST, "\x89PNG", 0, PICTURE),
	SIGN(FIRST, "\xFF\xD8\xFF", 0, PICTURE),
	SIGN(FIRST, "GIF8", 0, PICTURE),
	SIGN(FIRST, "II*\0", 0, PICTURE),
	SIGN(FIRST, "MM\0*", 0, PICTURE),
	SIGN(FIRST, "SQLite format 3", 0, N_("it is a database; a plan document is wanted here")),
#undef SIGN
};

static bool begins(const char *bytes, size_t nbytes, const char *with, size_t n)
{
	return nbytes >= n && memcmp(bytes, with, n) == 0;
}

/* Whether an entry of the archive's directory has a name that begins so. */
static bool zip_has(const char *bytes, size_t nbytes, const char *name, size_t n)
{
	const char *at = bytes, *end = bytes + nbytes;

	while ((at = memmem(at, (size_t)(end - at), "PK\1\2", 4))) {
		if (end - at > 46 && begins(at + 46, (size_t)(end - at) - 46, name, n))
			return true;
		at += 4;
	}
	return false;
}

/* Names in a compound file are UTF-16. */
static bool compound_has(const char *bytes, size_t nbytes, const char *name, size_t n)
{
	char wide[64] = {0};

	for (size_t i = 0; i < n; i++)
		wide[2 * i] = name[i];
	return memmem(bytes, nbytes, wide, 2 * n) != NULL;
}

/* The text of a .doc follows the first sector, as good as always. */
static bool is_locked(const char *bytes, size_t nbytes, const char *magic, size_t n)
{
	enum { HEAD = 512, FLAGS = HEAD + 11, ENCRYPTED = 1 };

	return nbytes > FLAGS && begins(bytes + HEAD, nbytes - HEAD, magic, n) &&
	       (bytes[FLAGS] & ENCRYPTED);
}

static bool sign_fits(size_t i, const char *bytes, size_t nbytes)
{
	static const char compound[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
	const char *name = signs[i].name;
	size_t n = signs[i].nbytes;

	switch (signs[i].where) {
	case ZIP:
		return begins(bytes, nbytes, "PK\3\4", 4) && zip_has(bytes, nbytes, name, n);
	case COMPOUND:
		return begins(bytes, nbytes, compound, 8) && compound_has(bytes, nbytes, name, n);
	case LOCKED:
		return begins(bytes, nbytes, compound, 8) && is_locked(bytes, nbytes, name, n);
	default:
		return begins(bytes, nbytes, name, n);
	}
}

int file_kind_find(const char *bytes, size_t nbytes, enum file_kind *kind, struct err *e)
{
	*kind = FILE_TEXT;
	for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
		if (sign_fits(i, bytes, nbytes)) {
			if (signs[i].refused)
				return err_set(e, ERR_FORMAT, "%s", _(signs[i].refused));
			*kind = signs[i].kind;
			return 0;
		}
	return 0;
}

/* How a web page begins, also one that is only a piece of it when it ends in a tag. */
static bool is_html(const char *s, size_t n)
{
	static const struct {
		const char *tag;
		bool piece;
	} tags[] = {{"<!doctype html", false},
		    {"<html", false},
		    {"<head", false},
		    {"<body", false},
		    {"<meta", false},
		    {"<title", true},
		    {"<table", true},
		    {"<div", true},
		    {"<p", true},
		    {"<h", true},
		    {"<span", true},
		    {"<article", true},
		    {"<style", true},
		    {"<script", true}};
	size_t end = n;

	while (end > 0 && strchr(" \t\r\n", s[end - 1]))
		end--;
	for (size_t i = 0; i < sizeof tags / sizeof tags[0]; i++)
		if (n >= strlen(tags[i].tag) && !strncasecmp(s, tags[i].tag, strlen(tags[i].tag)))
			return !tags[i].piece || s[end - 1] == '>';
	return false;
}

/* Behind blanks, comments and declarations that may stand before a page. */
static size_t skip_prolog(const char *s, size_t n)
{
	for (size_t i = 0;;) {
		const char *close = NULL;

		while (i < n && s[i] && strchr(" \t\r\n", s[i]))
			i++;
		if (begins(s + i, n - i, "<!--", 4))
			close = "-->";
		else if (begins(s + i, n - i, "<?", 2))
			close = "?>";
		const char *end = close ? memmem(s + i, n - i, close, strlen(close)) : NULL;
		if (!end)
			return i;
		i = (size_t)(end - s) + strlen(close);
	}
}

static bool is_mail(const char *s, size_t n)
{
	return n > 13 &&
	       (!strncasecmp(s, "MIME-Version:", 13) || begins(s, n, "From: <Saved by", 15)) &&
	       memmem(s, n < 4096 ? n : 4096, "multipart/related", 17);
}

int file_kind_of_text(const char *text, size_t nbytes, enum file_kind *kind, struct err *e)
{
	size_t at = skip_prolog(text, nbytes);

	*kind = FILE_TEXT;
	if (plan_json_is(text, nbytes))
		*kind = FILE_PLAN_JSON;
	else if (is_html(text + at, nbytes - at))
		*kind = FILE_HTML;
	else if (begins(text + at, nbytes - at, "{\\rtf", 5))
		return err_set(e, ERR_FORMAT, _("it is an RTF document; save it as .docx"));
	else if (is_mail(text + at, nbytes - at))
		return err_set(e, ERR_FORMAT,
			       _("it is a saved web archive (.mht); save it as .docx or .html"));
	else if (begins(text + at, nbytes - at, "<w:wordDocument", 15) ||
		 begins(text + at, nbytes - at, "<pkg:package", 12))
		return err_set(e, ERR_FORMAT, _("it is a Word document as XML; save it as .docx"));
	return 0;
}
