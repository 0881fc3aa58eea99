/* text.h - lines of text being put together. */
#ifndef DUBAN_CONVERT_TEXT_H
#define DUBAN_CONVERT_TEXT_H

#include "core/mem.h"

/* Ends the line that has begun, without blanks at its end; an empty line is not begun. */
void text_break(struct strbuf *b);
/* As text_break(), and one empty line at most behind it. */
void text_empty_line(struct strbuf *b);
/* Adds text in which every run of blanks, line ends and no-break spaces is one blank. */
void text_flow(struct strbuf *b, const char *s);

#endif
