/* unit_name.h - what the name of a unit alone tells. */
#ifndef DUBAN_CORE_UNIT_NAME_H
#define DUBAN_CORE_UNIT_NAME_H

#include <stdbool.h>

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

#endif
