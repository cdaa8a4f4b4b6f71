#ifndef READ_CSV_H
#define READ_CSV_H
/* CSV files: csv_guess.c (in which encoding a file is written, and what parts its cells), csv_text.c (its text in UTF-8, piece by
 * piece), csv.c (its rows). */
#include "read/book_in.h"

enum encoding { ENC_UTF8, ENC_UTF16LE, ENC_UTF16BE, ENC_CP1258, ENC_CP1252, ENC_TCVN3, ENC_VNI, ENC_BINARY };
enum { CSV_PIECE = 65536 };

struct csv_text {
	struct book *b;
	enum encoding encoding;
	uint64_t begin, at;        /* of the file: behind the byte order mark; next byte to be read */
	char left[4]; size_t n_left; /* bytes of a character that the piece cut */
	struct buf out;            /* text at hand, in UTF-8 */
	bool bad, ended;           /* bad: bytes in it that are no letters of the encoding */
};

/* ---- csv_text.c ---- */
/* The next piece of the text, in t->out; false at the end, or if it cannot be read (noted). */
bool csv_text_next(struct csv_text *t);
void csv_text_rewind(struct csv_text *t);
/* A whole text of the encoding (UTF-8, UTF-16, a code page), in UTF-8. */
void csv_decode(enum encoding e, const char *s, size_t n, struct buf *out);

/* ---- csv_guess.c ---- */
/* Looks at the whole file once: encoding and begin are set. False (noted): it is no text, or a text in an encoding of fonts. */
bool csv_encoding(struct csv_text *t);
/* The sign that parts the cells of a text's beginning; *skip: bytes of a line "sep=;" before the first row. */
char csv_separator(const char *s, size_t n, size_t *skip);
#endif
