#ifndef READ_REG_MSG_H
#define READ_REG_MSG_H
/* What can be wrong with a register, one row a fault: read/reg_msg.c holds the texts. */
#include "base/diag.h"

enum reg_fault {
	REG_NO_HEADER, REG_NO_HEADER_NEAR, REG_NOTHING, REG_HIDDEN_SHEET, REG_COLUMN_TWICE, REG_TOO_MANY,
	REG_ROW_NO_TEXT, REG_ROW_NO_CODE, REG_ROW_NO_NAME, REG_BAD_DAY, REG_PART_DAY, REG_BAD_PROGRESS, REG_DUE_NOT_READ, REG_DUE_WANTS_YEAR, REG_DUE_NO_SUCH_DAY, REG_DUE_SEVERAL,
	REG_NOT_A_LIST, REG_UNKNOWN_TABLE, REG_BAD_JSON, REG_BAD_XML, REG_XML_SHAPE, REG_NO_SCHEMA,
	REG_FAULTS
};
/* The rows, by fault. */
extern const struct msg reg_msgs[REG_FAULTS];
#endif
