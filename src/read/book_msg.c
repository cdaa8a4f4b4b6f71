/* The findings of the readers of workbooks and CSV files. Each says what is wrong and what to do. */
#include "read/book_msg.h"
#include "base/i18n.h"

#define E(id, text) {id, LEVEL_ERROR, text, NULL}
#define W(id, text) {id, LEVEL_WARNING, text, NULL}
#define I(id, text) {id, LEVEL_INFO, text, NULL}

const struct msg book_msgs[BOOK_FAULTS] = {
	/* reason of the system */
	[BOOK_CANNOT_OPEN] = E("cannot-read", N_("the file cannot be read (%s); check its name and its permissions")),
	[BOOK_TOO_LARGE] = E("workbook-too-large", N_("the file is larger than %d MB; split it, or delete pictures and empty rows in it")),
	[BOOK_EMPTY] = E("workbook-empty", N_("the file is empty; save the workbook again")),
	[BOOK_ENCRYPTED] = E("workbook-encrypted", N_("the workbook is protected by a password, so nothing in it can be read; open it in Excel, take the password away (File, Info, Protect Workbook) and save it")),
	[BOOK_XLS] = E("workbook-xls", N_("this is a workbook of the old kind (.xls); open it and save it as \"Excel Workbook (.xlsx)\"")),
	[BOOK_XLSB] = E("workbook-xlsb", N_("this is a binary workbook (.xlsb); open it and save it as \"Excel Workbook (.xlsx)\"")),
	[BOOK_ODS] = E("workbook-ods", N_("this is a workbook of LibreOffice (.ods); save it as \"Excel 2007-365 (.xlsx)\"")),
	[BOOK_WEB] = E("workbook-web", N_("this is a web page with the name of a workbook; open it in Excel and save it as \"Excel Workbook (.xlsx)\"")),
	[BOOK_XML_2003] = E("workbook-xml", N_("this is an XML file and no workbook; open it in Excel and save it as \"Excel Workbook (.xlsx)\"")),
	[BOOK_WORD] = E("workbook-word", N_("this is a Word document; copy its table into a workbook and save that as .xlsx")),
	[BOOK_PDF] = E("workbook-pdf", N_("this is a PDF; give the workbook it was made from (.xlsx or .csv)")),
	[BOOK_OTHER_ZIP] = E("workbook-zip", N_("this is a ZIP package without a workbook in it; if the workbook was packed into it, unpack it first")),
	/* reason of the package, a sentence of its own */
	[BOOK_PACKAGE] = E("workbook-damaged", N_("the workbook cannot be read: %s")),
	/* part */
	[BOOK_PART] = E("workbook-damaged", N_("the part \"%s\" of the workbook is damaged or declares entities; open the workbook in Excel and save it again")),
	[BOOK_SPOOL] = E("workbook-no-room", N_("there is no room for a temporary file (%s); set TMPDIR to a folder with room for it")),

	[BOOK_NO_SHEET] = E("workbook-no-sheet", N_("the workbook has no sheet with cells; save it again")),
	[BOOK_MANY_SHEETS] = W("workbook-many-sheets", N_("the workbook has more than %d sheets; those behind them are not read")),
	/* sheet */
	[BOOK_SHEET_LOST] = E("sheet-lost", N_("the sheet \"%s\" is missing from the file or damaged; open the workbook in Excel and save it again")),
	[BOOK_LINKS] = I("workbook-links", N_("formulas of the workbook take values from other files; the values saved last are used, the other files are not opened")),
	[BOOK_STYLES] = W("workbook-styles", N_("the styles of the workbook are damaged: dates may be taken for numbers; open it in Excel and save it again")),

	/* sheet, row */
	[BOOK_BROKEN_OFF] = E("sheet-damaged", N_("the sheet \"%s\" is damaged behind row %u; nothing after that row was read: open the workbook in Excel and save it again")),
	/* place */
	[BOOK_LARGE_ROW] = E("row-too-large", N_("%s: the texts of this row are longer than %d KB; the sheet was read no further: shorten them")),
	[BOOK_MANY_MERGES] = W("many-merges", N_("the sheet \"%s\" has more than %d joined ranges; the others count as single cells")),
	[BOOK_ROW_ORDER] = W("row-order", N_("%s: the row stands behind row %u in the file; it was read in the order of the file: save the workbook again")),
	[BOOK_ROW_TWICE] = W("row-twice", N_("%s: the file holds this row twice; both were read: save the workbook again and look at the row")),
	[BOOK_CELL_TWICE] = W("cell-twice", N_("%s: the file holds this cell twice; the first was taken: save the workbook again and look at the cell")),
	[BOOK_CELL_PLACE] = W("cell-place", N_("%s: a cell lies outside of any sheet (\"%s\"); it was left out: save the workbook again")),
	[BOOK_STRING_INDEX] = E("string-index", N_("%s: the text of the cell is missing from the file; type it again and save the workbook")),
	/* place, error shown */
	[BOOK_CELL_ERROR] = E("cell-error", N_("%s: the cell shows the error %s; correct its formula or type a value")),
	[BOOK_NO_VALUE] = E("formula-without-value", N_("%s: the value of the formula was not saved; open the workbook in Excel or LibreOffice and save it there")),

	/* encoding */
	[CSV_ENCODING] = I("csv-encoding", N_("the file is written in %s and was read as such; save it as \"CSV UTF-8\" to be sure")),
	[CSV_LOST] = W("csv-letters-lost", N_("%zu question marks stand inside words: letters were lost when the file was saved; save it again as \"CSV UTF-8\"")),
	[CSV_MOJIBAKE] = W("csv-garbled", N_("the text looks like \"Sá»Ÿ Ná»™i vá»¥\": UTF-8 that a program took for Windows-1252; make the file anew from where it comes, as \"CSV UTF-8\"")),
	[CSV_TCVN3] = E("csv-tcvn3", N_("the file is written in TCVN3 (ABC, fonts .VnTime); convert it to Unicode first (UniKey, Ctrl+Shift+F6), then save it as \"CSV UTF-8\"")),
	[CSV_VNI] = E("csv-vni", N_("the file is written in VNI (fonts VNI-Times); convert it to Unicode first (UniKey, Ctrl+Shift+F6), then save it as \"CSV UTF-8\"")),
	[CSV_BINARY] = E("csv-binary", N_("this is neither a workbook (.xlsx) nor a text (byte 0x%02X at byte %zu); give a workbook or a CSV file")),
	/* place */
	[CSV_BAD_BYTE] = W("csv-bad-byte", N_("%s: some bytes are no letters in the encoding of the file; look at the text and correct it")),
	/* line, cells, cells of the first row */
	[CSV_RAGGED] = W("csv-ragged", N_("line %u has %zu cells where the first full line has %zu; look for a missing or a superfluous separator, or put texts that hold one in quotes")),
	[CSV_QUOTE] = E("csv-quote-open", N_("%s: the quotation mark is not closed; close it, or write two of them for one in a text")),
	[CSV_AFTER_QUOTE] = W("csv-after-quote", N_("%s: text follows the closing quotation mark; write two marks for one in a text")),
	[CSV_MANY_COLS] = E("csv-many-columns", N_("line %u has more than %d cells; the rest of the line was left out: is this a CSV file?")),
	[CSV_MANY_ROWS] = E("csv-many-rows", N_("the file has more than %d rows; split it")),
	[CSV_LARGE_CELL] = E("csv-large-cell", N_("%s: the text of the cell is longer than %d KB; the file was read no further: is a quotation mark left open?")),
};
