#ifndef READ_FRONT_H
#define READ_FRONT_H
/* What the keys of a front matter mean: the tables of keys, and the meta data they fill. */
#include "model/meta.h"
#include "read/reg.h"
#include "read/values.h"
#include "read/yaml.h"

/* Blocks a key may stand in. */
enum { IN_MAIN = 1, IN_ANNEX = 2, IN_ATTACHED = 4, IN_COPY = 8, IN_CONFIG = 16 };

/* One block being filled in. */
struct front {
	struct arena *arena;
	struct diag *g;
	unsigned where;        /* one of IN_… */
	struct meta *meta;
	struct text label;     /* số phụ lục */
	/* issuers as the keys give them, put together at the end */
	struct issuer *bodies; size_t n_bodies, cap_bodies;
	struct texts parents, abbrs;
	struct directives cited;
	struct reg_word *columns; size_t n_columns, cap_columns; /* cột */
	bool has_bodies, has_parents, has_abbrs, has_signers;
};

struct key {
	const char *name;      /* as shown */
	const char *fold;      /* viet_fold(name) */
	enum yaml_want want;
	unsigned where;        /* IN_… */
	void (*set)(struct front *f, const struct key *k, const struct yaml_item *it);
	size_t at;             /* offset of what is set, in the setter's noun (meta, choice, signer, issuer) */
};
/* Tables, each closed by a row without name. */
extern const struct key front_keys[], front_signer_keys[], front_issuer_keys[], front_cite_keys[];

/* What a folded key takes, of whatever table. */
enum yaml_want front_want(const char *fold);
/* Fills f->meta from the keys; base: the office's constants laid under it, or NULL. Faults go to f->g. */
void front_fill(struct front *f, const struct yaml *map, const struct front *base);
/* A block's beginning: meta data with nothing given. */
struct front front_new(struct arena *a, struct diag *g, unsigned where, struct pos pos);
/* Notes an unknown key with the nearest of the table that may stand where. */
void front_unknown(struct diag *g, const struct key *table, unsigned where, const struct yaml_item *it);

/* Reads a mapping's keys by a table into the noun at into, whose fields are struct text or, where the key takes several, struct texts. */
void front_sub(struct front *f, const struct key *table, const struct yaml *map, void *into);

/* Setters of issuers and signers (front_people.c). */
void front_set_bodies(struct front *f, const struct key *k, const struct yaml_item *it);
void front_set_parents(struct front *f, const struct key *k, const struct yaml_item *it);
void front_set_abbrs(struct front *f, const struct key *k, const struct yaml_item *it);
void front_set_signers(struct front *f, const struct key *k, const struct yaml_item *it);
void front_set_minutes(struct front *f, const struct key *k, const struct yaml_item *it);
/* Issuers from names, superior bodies and abbreviations; signers of minutes into the form's order. */
void front_people(struct front *f, const struct front *base);

/* What may be cited (front_cite.c): the setters, by lists and by the name of a register, and the block's own laid over those of the office. */
void front_set_cited(struct front *f, const struct key *k, const struct yaml_item *it);
void front_set_directives(struct front *f, const struct key *k, const struct yaml_item *it);
void front_cited(struct front *f);

/* Wordings for the columns of registers (reg_words.c). */
void front_set_columns(struct front *f, const struct key *k, const struct yaml_item *it);

/* Rules of the checks that are silenced (waive.c). */
void front_set_waivers(struct front *f, const struct key *k, const struct yaml_item *it);

/* The office's constants: vanban.yaml in dir or the nearest folder above it (at most 16); NULL if there is none. */
const struct front *config_read(struct arena *a, const char *dir, struct diag *g);
#endif
