/* file_rule.h - which files are taken as evidence: what a file is by the type that its bytes have,
 * how large it may be, how much a unit may have. The office sets it (policy.h). */
#ifndef DUBAN_CORE_FILE_RULE_H
#define DUBAN_CORE_FILE_RULE_H

#include "core/err.h"
#include "core/mem.h"
#include "core/words.h"

#include <stdint.h>

struct file_limits {
	int64_t file, unit; /* bytes: of one, of all of a unit */
	const char *types;  /* words of file_type, a blank between */
};

/* By a media type ("application/pdf"). */
enum file_type file_type_of(const char *media_type);

/* A list of words as it is kept: in the order of the table, each once (arena). */
int file_types_read(struct arena *a, const char *typed, const char *field, const char **types,
		    struct err *e);
bool file_types_have(const char *types, enum file_type type);
/* "PDF and OFD, images". In the arena. */
const char *file_types_label(struct arena *a, const char *types);

/* Whether a file of nbytes may still be taken by a unit whose files have `used`, and of this type.
 * The sentence says what is allowed. */
int file_check_size(const struct file_limits *l, int64_t used, int64_t nbytes, struct err *e);
int file_check_type(const struct file_limits *l, const char *media_type, struct err *e);

/* "812 B", "1.2 MB" (of 1024 KB). */
enum { FILE_SIZE_TEXT = 24 };
const char *file_size_text(int64_t nbytes, char out[FILE_SIZE_TEXT]);

#endif
