#ifndef READ_PDFLEX_H
#define READ_PDFLEX_H
/* The words of a PDF's content stream or CMap: numbers, names, strings, operators. Whatever the bytes, it comes to the end. */
#include "base/buf.h"

enum pdf_lex_kind { PDF_LEX_END, PDF_LEX_NUMBER, PDF_LEX_NAME, PDF_LEX_STRING, PDF_LEX_OPEN, PDF_LEX_CLOSE, PDF_LEX_WORD };

struct pdf_lex { const char *p, *end; struct buf text; };

struct pdf_lexeme {
	enum pdf_lex_kind kind;   /* OPEN, CLOSE: of an array or dictionary */
	double number;
	size_t at, n;             /* NAME (with its slash), STRING (decoded), WORD: n bytes at lex->text.data + at */
};

/* The next lexeme; its text is added to lex->text, which the caller clears when it needs no earlier text. */
struct pdf_lexeme pdf_lex_next(struct pdf_lex *x);
/* After the word "ID" of an inline picture: steps past its bytes and the word "EI". */
void pdf_lex_skip_image(struct pdf_lex *x);
#endif
