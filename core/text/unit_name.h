/* unit_name.h - what the name of a unit alone tells. */
#ifndef DUBAN_CORE_UNIT_NAME_H
#define DUBAN_CORE_UNIT_NAME_H

#include <stdbool.h>
#include <stddef.h>

/* Whether it stands for several units: 各街镇, 相关街道<乡镇>, 区食安委其它成员单位, 有关部门. */
bool unit_name_is_collective(const char *name);

/* Whether two names may be two forms of one unit (市市场监管局, 市市场监督管理局): the shorter is
 * what is left of the longer after leaving characters out, and begin, end and level (区/市/省)
 * agree. Names that differ in a single kind word (局/委) or in a district do not count. */
bool unit_name_may_be_same(const char *a, const char *b);

/* As unit_name_may_be_same(), and also: one has a level or place before it that the other leaves
 * out (卫健局, 云溪区卫健局), a short ending (残联, 残疾人联合会), two characters in another order
 * (各镇街, 各街镇), or a single character in a long name that differs (a slip of the pen). For
 * questions to a person, not for taking two units as one. */
bool unit_name_resembles(const char *a, const char *b);

enum { UNIT_NAME_ROOM = 128 };

/* A name, or what stands behind its level, with what comparing it needs. */
struct unit_part {
	const char *s;
	size_t nbytes, nchars;
	size_t nlevel; /* bytes of the level that it begins with (区/市/省) */
	size_t nbegin; /* of the level and the character behind it */
	size_t nend;   /* of its last character */
};

/* What unit_name_resembles() looks at, worked out once for a name that is compared with many. It
 * points into itself and is not copied. A name that resembles none has no text. */
struct unit_form {
	const char *name;	   /* the caller's */
	char text[UNIT_NAME_ROOM]; /* with its ending shortened */
	struct unit_part whole, bare;
	bool collective;
	unsigned sum; /* of its bytes: the same for the same characters in another order */
};

void unit_form_make(struct unit_form *f, const char *name);
/* As unit_name_resembles(). */
bool unit_forms_resemble(const struct unit_form *a, const struct unit_form *b);

#endif
