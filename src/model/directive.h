#ifndef MODEL_DIRECTIVE_H
#define MODEL_DIRECTIVE_H
/* Directives (văn bản chỉ đạo) that a document may cite, and the citations (viện dẫn) that name them. */
#include <stdbool.h>
#include <stddef.h>
#include "base/diag.h"
#include "base/viet.h"

/* Texts as typed, NULL where not given. */
struct directive {
	const char *code;       /* số, ký hiệu: "57-NQ/TW"; a law's may be missing */
	const char *kind;       /* loại: "Nghị quyết"; NULL: told by the code */
	const char *issuer;     /* cơ quan ban hành: "Bộ Chính trị" */
	const char *subject;    /* trích yếu; of a law its name without "Luật" */
	const char *brief;      /* viết tắt: what it is called after its first mention */
	struct date date;       /* ngày ban hành */
	struct pos pos;
};
struct directives { struct directive *v; size_t n, cap; };

/* A tag "[@…]" of a draft: what stands between "@" and "]", and where. */
struct cite { const char *text; struct pos pos; };
#endif
