/*
 * The .doc is a compound file of 512-byte sectors: head, the stream WordDocument (its head, then
 * the text), the stream 1Table (the one piece of the text), allocation table, directory. The PDF
 * has one font without a shape; only its map to Unicode matters.
 */
#include "tests/exchange/paper.h"

#include "core/mem.h"
#include "core/text/utf8.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SECTOR = 512, STREAM_SECTORS = 16, TABLE_SECTORS = 8, TEXT_AT = 1536, STYLES_AT = 64 };

/* Sectors behind the head. As Word does it, the text comes first. */
enum { WORD, TABLE = STREAM_SECTORS, FAT = TABLE + TABLE_SECTORS, DIRECTORY, SECTORS };

static void put16(char *at, unsigned value)
{
	at[0] = (char)(value & 0xFF);
	at[1] = (char)(value >> 8 & 0xFF);
}

static void put32(char *at, uint32_t value)
{
	put16(at, value & 0xFFFF);
	put16(at + 2, value >> 16);
}

static char *sector(char *file, int n)
{
	return file + SECTOR * (n + 1);
}

static void put_head(char *file)
{
	memcpy(file, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
	put16(file + 0x18, 0x3E);
	put16(file + 0x1A, 3);
	put16(file + 0x1C, 0xFFFE);
	put16(file + 0x1E, 9);
	put16(file + 0x20, 6);
	put32(file + 0x2C, 1);
	put32(file + 0x30, DIRECTORY);
	put32(file + 0x38, 4096);
	put32(file + 0x3C, 0xFFFFFFFE);
	put32(file + 0x44, 0xFFFFFFFE);
	memset(file + 0x4C, 0xFF, SECTOR - 0x4C);
	put32(file + 0x4C, FAT);
}

/* Chains of sectors: each names the next. */
static void put_table(char *file)
{
	char *fat = sector(file, FAT);

	memset(fat, 0xFF, SECTOR);
	put32(fat + 4 * FAT, 0xFFFFFFFD);
	put32(fat + 4 * DIRECTORY, 0xFFFFFFFE);
	for (int i = WORD; i < FAT; i++)
		put32(fat + 4 * i, i == TABLE - 1 || i == FAT - 1 ? 0xFFFFFFFE : (uint32_t)i + 1);
}

static void put_entry(char *file, int n, const char *name, int type, uint32_t child, uint32_t next,
		      uint32_t first, uint32_t nbytes)
{
	char *entry = sector(file, DIRECTORY) + 128 * n;

	for (size_t i = 0; name[i]; i++)
		put16(entry + 2 * i, (unsigned char)name[i]);
	put16(entry + 0x40, 2 * ((unsigned)strlen(name) + 1));
	entry[0x42] = (char)type;
	entry[0x43] = 1;
	put32(entry + 0x44, 0xFFFFFFFF);
	put32(entry + 0x48, next);
	put32(entry + 0x4C, child);
	put32(entry + 0x74, first);
	put32(entry + 0x78, nbytes);
}

static unsigned put_text(char *at, const char *text)
{
	const char *end = text + strlen(text);
	unsigned n = 0;

	while (text < end) {
		uint32_t cp;

		text += utf8_decode(text, end, &cp);
		put16(at + 2 * n++, cp == '\n' ? '\r' : cp);
	}
	return n;
}

/* A sheet of one style, which says nothing. antiword reads past the end where there is no sheet. */
static void put_styles(char *head, char *sheet)
{
	put16(sheet, 18);
	put16(sheet + 2, 1);
	put16(sheet + 4, 10);
	put32(head + 0xA2, STYLES_AT);
	put32(head + 0xA6, 2 + 18 + 2);
}

static void put_word(char *file, const char *text, unsigned flags)
{
	char *head = sector(file, WORD), *pieces = sector(file, TABLE);
	unsigned n = put_text(head + TEXT_AT, text);

	put16(head, 0xA5EC);
	put16(head + 2, 0x00C1);
	put16(head + 6, 0x0804);
	put16(head + 0x0A, 0x1200 | flags);
	put16(head + 0x0C, 0x00BF);
	put32(head + 0x18, TEXT_AT);
	put32(head + 0x1C, TEXT_AT + 2 * n);
	put16(head + 0x20, 14);
	put16(head + 0x3E, 22);
	put32(head + 0x40, TEXT_AT + 2 * n);
	put32(head + 0x4C, n);
	put16(head + 0x98, 0x5D);
	put32(head + 0x1A2, 0);
	put32(head + 0x1A6, 5 + 8 + 8);
	pieces[0] = 2;
	put32(pieces + 1, 8 + 8);
	put32(pieces + 9, n);
	put32(pieces + 15, TEXT_AT);
	put_styles(head, pieces + STYLES_AT);
}

char *paper_doc(const char *text, unsigned flags, size_t *nbytes)
{
	char *file = xcalloc(SECTORS + 1, SECTOR);

	put_head(file);
	put_table(file);
	put_entry(file, 0, "Root Entry", 5, 1, 0xFFFFFFFF, 0xFFFFFFFE, 0);
	put_entry(file, 1, "WordDocument", 2, 0xFFFFFFFF, 2, WORD, STREAM_SECTORS * SECTOR);
	put_entry(file, 2, "1Table", 2, 0xFFFFFFFF, 0xFFFFFFFF, TABLE, TABLE_SECTORS * SECTOR);
	put_word(file, text, flags);
	*nbytes = (SECTORS + 1) * SECTOR;
	return file;
}

char *paper_compound(const char *stream, size_t *nbytes)
{
	char *file = xcalloc(SECTORS + 1, SECTOR);

	put_head(file);
	put_table(file);
	put_entry(file, 0, "Root Entry", 5, 1, 0xFFFFFFFF, 0xFFFFFFFE, 0);
	put_entry(file, 1, stream, 2, 0xFFFFFFFF, 0xFFFFFFFF, WORD, STREAM_SECTORS * SECTOR);
	*nbytes = (SECTORS + 1) * SECTOR;
	return file;
}

/* Everything on one page, a line every 16 points. */
static void add_content(struct strbuf *b, const char *text)
{
	const char *end = text + strlen(text);
	int y = 780;

	strbuf_puts(b, "BT /F 12 Tf\n1 0 0 1 72 780 Tm <");
	while (text < end) {
		uint32_t cp;

		text += utf8_decode(text, end, &cp);
		if (cp == '\n')
			strbuf_printf(b, "> Tj\n1 0 0 1 72 %d Tm <", y -= 16);
		else
			strbuf_printf(b, "%04X", (unsigned)cp);
	}
	strbuf_puts(b, "> Tj ET");
}

static const char map[] = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap "
			  "/CMapName /U def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> "
			  "endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange "
			  "endcmap end end";

char *paper_pdf(const char *text, size_t *nbytes)
{
	struct strbuf b = STRBUF_INIT, content = STRBUF_INIT;

	add_content(&content, text);
	strbuf_puts(&b,
		    "%PDF-1.4\n"
		    "1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
		    "2 0 obj\n<</Type/Pages/Count 1/Kids[7 0 R]>>\nendobj\n"
		    "3 0 obj\n<</Type/Font/Subtype/Type0/BaseFont/F/Encoding/Identity-H"
		    "/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>\nendobj\n"
		    "4 0 obj\n<</Type/Font/Subtype/CIDFontType0/BaseFont/F/DW 1000/CIDSystemInfo"
		    "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>\nendobj\n"
		    "7 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9000 842]"
		    "/Resources<</Font<</F 3 0 R>>>>/Contents 6 0 R>>\nendobj\n");
	strbuf_printf(&b, "5 0 obj\n<</Length %zu>>stream\n%s\nendstream\nendobj\n", strlen(map),
		      map);
	strbuf_printf(&b, "6 0 obj\n<</Length %zu>>stream\n%s\nendstream\nendobj\n", content.nbytes,
		      content.s);
	/* Without a table of places: readers find the objects themselves. */
	strbuf_puts(&b, "trailer<</Size 8/Root 1 0 R>>\n%%EOF\n");
	strbuf_free(&content);
	*nbytes = b.nbytes;
	return strbuf_detach(&b);
}
