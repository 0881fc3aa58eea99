/* The clipboard of the program: one text, which lives as long as the program does. */
#include "tui/part/clipboard.h"

#include "core/mem.h"

static struct strbuf kept;

void clipboard_put(const char *s, size_t nbytes)
{
	strbuf_reset(&kept);
	strbuf_add(&kept, s, nbytes);
}

const char *clipboard_text(void)
{
	return kept.s ? kept.s : "";
}
