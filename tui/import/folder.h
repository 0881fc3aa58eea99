/* folder.h - a folder of the server as a list: what the choice of a document shows. */
#ifndef DUBAN_TUI_FOLDER_H
#define DUBAN_TUI_FOLDER_H

#include "core/err.h"
#include "core/mem.h"

#include <stdbool.h>
#include <stdint.h>

struct folder_entry {
	const char *name;
	bool folder;
	bool document;		    /* its name ends like that of a file that plans come in */
	int64_t nbytes, changed_at; /* UTC */
};
struct folder_entries {
	VEC(struct folder_entry) rows;
};

/* Folders by name (".." first, but not in the root), then documents, then all other files, the
 * newest first. Hidden entries, databases and what is neither file nor folder are left out. Names
 * are cleaned for the screen only when they are shown: one that is no UTF-8 is left out too. */
int folder_read(struct arena *a, const char *path, struct folder_entries *entries, struct err *e);

/* Given, freed with free(): the working folder; a path below or, for "..", above another. */
char *folder_current(void);
char *folder_join(const char *folder, const char *name);
/* Whether a text is a path rather than words to find a name by: it begins with "/", "~", "./" or
 * "../". */
bool folder_is_path(const char *text);
/* The whole path that was typed: "~" is the home of the person, what is not whole lies in `folder`.
 * Blanks and quotes around it (of a path that was pasted) go. Given. */
char *folder_path(const char *folder, const char *typed);

/* "12 KB", "3.4 MB". In the arena. */
const char *folder_size_text(struct arena *a, int64_t nbytes);

#endif
