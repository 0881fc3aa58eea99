/* resume_office.h - what drafts of the office and of the administrator are about, for the table of
 * resume_kinds.c: rows of the kind of its `about`. */
#ifndef DUBAN_TUI_RESUME_OFFICE_H
#define DUBAN_TUI_RESUME_OFFICE_H

#include "tui/home/resume_kinds.h"

const char *resume_about_person(const struct app_context *c, struct arena *a,
				const struct resume_draft *d);
const char *resume_about_key(const struct app_context *c, struct arena *a,
			     const struct resume_draft *d);
const char *resume_about_revoking(const struct app_context *c, struct arena *a,
				  const struct resume_draft *d);
const char *resume_about_exception(const struct app_context *c, struct arena *a,
				   const struct resume_draft *d);
const char *resume_about_day(const struct app_context *c, struct arena *a,
			     const struct resume_draft *d);
const char *resume_about_policy(const struct app_context *c, struct arena *a,
				const struct resume_draft *d);
const char *resume_about_unit_name(const struct app_context *c, struct arena *a,
				   const struct resume_draft *d);

#endif
