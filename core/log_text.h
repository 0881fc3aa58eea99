/* log_text.h - a row of the log in words for people: what was done, and what changed by it. */
#ifndef DUBAN_CORE_LOG_TEXT_H
#define DUBAN_CORE_LOG_TEXT_H

#include "core/mem.h"
#include "core/model.h"

/* "report submitted"; an act that has no words yet as it stands in the log. */
const char *log_act_label(const char *act);
/* "liaison officer 区教育局" from the post that a row names. In the arena. */
const char *log_post_label(struct arena *a, const char *post);
/* "report 12", "plan yx2026" with the first word translated. In the arena. */
const char *log_object_label(struct arena *a, const char *object);
/* "percent: 40 → 45 · done: …" from the two JSON objects of a row. In the arena. */
const char *log_change_text(struct arena *a, const struct log_row *row);

#endif
