/* What a file is, by its first bytes and, of packages, by what lies in them. */
#include "read/book_in.h"
#include <string.h>
#include <strings.h>
#include "pack/unzip.h"

enum { LOOK = 4096 };

/* The directory of an OLE file names its streams in UTF-16; an encrypted workbook has "EncryptedPackage". It may lie anywhere. */
static bool ole_encrypted(struct book *b)
{
	static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
	char part[16384];
	long got;
	for (uint64_t at = 0; (got = book_bytes(b, at, part, sizeof part)) > (long)sizeof name; at += (uint64_t)got - sizeof name)
		if (memmem(part, (size_t)got, name, sizeof name))
			return true;
	return false;
}

/* Packages that are no workbook. */
static const struct { const char *member; enum book_fault fault; } packages[] = {
	{"xl/workbook.bin", BOOK_XLSB}, {"word/document.xml", BOOK_WORD}};

enum book_fault book_package(struct unzip *z)
{
	const char *why;
	size_t n;
	for (size_t i = 0; i < sizeof packages / sizeof *packages; i++)
		if (unzip_has(z, packages[i].member))
			return packages[i].fault;
	const char *type = unzip_has(z, "mimetype") ? unzip_read(z, "mimetype", &n, &why) : NULL;
	return type && !strncmp(type, "application/vnd.oasis.opendocument.", 35) ? BOOK_ODS : BOOK_OTHER_ZIP;
}

static bool begins(const char *s, const char *with)
{
	return !strncasecmp(s, with, strlen(with));
}

/* XML and HTML that programs write under the name of a workbook; a CSV does not begin with "<". */
static enum book_fault markup(const char *s)
{
	if (begins(s, "<html") || begins(s, "<!doctype html") || begins(s, "<table") || begins(s, "<meta") || begins(s, "<head") || begins(s, "<style"))
		return BOOK_WEB;
	if (begins(s, "<?xml") || begins(s, "<workbook"))
		return strcasestr(s, "<html") ? BOOK_WEB : BOOK_XML_2003;
	return BOOK_FAULTS;
}

static enum book_fault refused(struct book *b, const char *s, size_t n)
{
	if (n >= 8 && !memcmp(s, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8))
		return ole_encrypted(b) ? BOOK_ENCRYPTED : BOOK_XLS;
	if (n >= 4 && s[0] == 9 && (s[1] == 0 || s[1] == 2 || s[1] == 4 || s[1] == 8) && (s[2] == 8 || s[2] == 6 || s[2] == 4) && s[3] == 0)
		return BOOK_XLS; /* a BIFF stream without its OLE file */
	if (begins(s, "%PDF"))
		return BOOK_PDF;
	if (begins(s, "{\\rtf"))
		return BOOK_WORD;
	s += n >= 3 && !memcmp(s, "\xEF\xBB\xBF", 3) ? 3 : 0;
	return markup(s + strspn(s, " \t\r\n"));
}

enum book_type book_type(struct book *b)
{
	char s[LOOK + 1] = {0};
	long got = book_bytes(b, 0, s, LOOK);
	if (got < 0)
		return TYPE_REFUSED;
	if (got >= 4 && (!memcmp(s, "PK\3\4", 4) || !memcmp(s, "PK\5\6", 4)))
		return TYPE_XLSX;
	enum book_fault f = refused(b, s, (size_t)got);
	if (f == BOOK_FAULTS)
		return TYPE_CSV;
	book_note(b, f, 0, 0);
	return TYPE_REFUSED;
}
