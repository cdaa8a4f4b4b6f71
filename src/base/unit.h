#ifndef BASE_UNIT_H
#define BASE_UNIT_H
/* Lengths. mm, pt and twips are converted here and nowhere else. */
#include <stdint.h>

typedef int32_t twip; /* 1/20 pt = 1/1440 inch: the unit of block geometry and of the DOCX */

static inline twip twip_from_pt(double pt) { return (twip)(pt * 20.0 + (pt < 0 ? -0.5 : 0.5)); }
static inline double pt_from_twip(twip t) { return t / 20.0; }
static inline twip twip_from_mm(double mm) { return twip_from_pt(mm * 72.0 / 25.4); }
static inline double mm_from_twip(twip t) { return t / 20.0 * 25.4 / 72.0; }
static inline int64_t emu_from_twip(twip t) { return (int64_t)t * 635; } /* DrawingML unit */
#endif
