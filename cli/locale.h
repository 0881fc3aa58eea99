/* locale.h - the language of the process and where translations are. */
#ifndef DUBAN_CLI_LOCALE_H
#define DUBAN_CLI_LOCALE_H

/* Takes the locale of the environment. Where the server lacks it, or has none set, C.UTF-8, and
 * Chinese all the same when the environment asks for it. Called once, before anything is said. */
void locale_begin(void);

/* Changes the language of messages: "zh_CN", "en"; "auto" or NULL: what the environment says. */
void locale_set_language(const char *language);

#endif
