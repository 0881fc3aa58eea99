/* walk_verbs.h - every verb as somebody would say it, and about what. */
#ifndef DUBAN_TESTS_WALK_VERBS_H
#define DUBAN_TESTS_WALK_VERBS_H

enum walk_about {
	ABOUT_THING,  /* about one thing of a unit: its rights are asked for that unit */
	ABOUT_SHARED, /* likewise, and it stands in an action: those who work on it read it */
	ABOUT_NOBODY, /* about what is no unit's */
	ABOUT_LIST,   /* lists: some right is enough, and it shows what may be read */
};

/* By what one sees whose things a list shows. */
enum walk_signs {
	SIGNS_NONE,   /* what it shows belongs to no unit */
	SIGNS_SHARED, /* by their texts: what the own unit has, and works on with others */
	SIGNS_OWN,    /* by their texts: what the own unit has */
	SIGNS_MOST,   /* as SIGNS_SHARED, of several posts the first alone */
	SIGNS_UNIT,   /* by the name of the unit: what the own unit has */
};

/* Who may do it is said by the rights of the verb (BY() in cli/verbs.h), of which `acts` names
 * those that this one line needs; 0: all. */
struct walk_verb {
	const char *line; /* the verb and what follows; {…} stands for a thing of the side */
	enum walk_about about;
	unsigned acts;
	const char *input;
	enum walk_signs signs;
};

extern const struct walk_verb walk_verbs[];
extern const int walk_verbs_count;

#endif
