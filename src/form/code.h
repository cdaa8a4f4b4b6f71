#ifndef FORM_CODE_H
#define FORM_CODE_H
/* Số, ký hiệu of a cited document taken apart: "57-NQ/TW", "30/2020/NĐ-CP", "315/QĐ-UBND", "1973/UBND-KGVX". */
#include <stdbool.h>
#include <stddef.h>

/* The kind of document (loại) that the letters of a number name: of the State "NN/QĐ-UBND" and, of legal normative documents,
 * "NN/2020/NĐ-CP"; of the Party "NN-NQ/TW"; "Công văn" where the letters name a body alone ("1973/UBND-KGVX"). NULL where they
 * leave it open ("72/2025/QH15" may be a law or a resolution) or s is no number. */
const char *code_kind(const char *s);
/* True if a kind is cited by its name alone, without number and issuer: Hiến pháp, Bộ luật, Luật, Pháp lệnh (ND30 Phụ lục I, II.6.b). */
bool code_by_name(const char *kind);
#endif
