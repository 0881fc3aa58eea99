/* type.h - what a file is by its content: a media type like application/pdf. type.c alone uses
 * libmagic. */
#ifndef DUBAN_CONVERT_TYPE_H
#define DUBAN_CONVERT_TYPE_H

#include "core/mem.h"
#include "exchange/convert_end.h"

enum { TYPE_HEAD = 1 << 20 }; /* bytes of the beginning that are looked at */

struct magic_set;
/* Reads the table of what files begin with, the last thing to be opened; NULL where it is missing.
 */
struct magic_set *type_begin(void);
void type_end(struct magic_set *m);

/* Adds the type of a file to `out`, of its first bytes, and of the names in it where it is an
 * archive of the kind that office documents are; fd stands at its beginning and can be sought. */
enum convert_end type_find(struct magic_set *m, int fd, const char *head, size_t nbytes,
			   struct strbuf *out);

#endif
