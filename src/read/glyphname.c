#include "read/glyphname.h"
#include <stdlib.h>
#include <string.h>

static const struct { const char *name; uint16_t c; } names[] = {
	{ "space", ' ' }, { "exclam", '!' }, { "quotedbl", '"' }, { "numbersign", '#' }, { "dollar", '$' }, { "percent", '%' },
	{ "ampersand", '&' }, { "quotesingle", '\'' }, { "parenleft", '(' }, { "parenright", ')' }, { "asterisk", '*' }, { "plus", '+' },
	{ "comma", ',' }, { "hyphen", '-' }, { "period", '.' }, { "slash", '/' }, { "zero", '0' }, { "one", '1' }, { "two", '2' },
	{ "three", '3' }, { "four", '4' }, { "five", '5' }, { "six", '6' }, { "seven", '7' }, { "eight", '8' }, { "nine", '9' },
	{ "colon", ':' }, { "semicolon", ';' }, { "less", '<' }, { "equal", '=' }, { "greater", '>' }, { "question", '?' }, { "at", '@' },
	{ "bracketleft", '[' }, { "backslash", '\\' }, { "bracketright", ']' }, { "underscore", '_' }, { "braceleft", '{' },
	{ "bar", '|' }, { "braceright", '}' }, { "quoteleft", 0x2018 }, { "quoteright", 0x2019 }, { "quotedblleft", 0x201C },
	{ "quotedblright", 0x201D }, { "endash", 0x2013 }, { "emdash", 0x2014 }, { "bullet", 0x2022 }, { "ellipsis", 0x2026 },
	{ "degree", 0xB0 }, { "Agrave", 0xC0 }, { "Aacute", 0xC1 }, { "Acircumflex", 0xC2 }, { "Atilde", 0xC3 }, { "Egrave", 0xC8 },
	{ "Eacute", 0xC9 }, { "Ecircumflex", 0xCA }, { "Igrave", 0xCC }, { "Iacute", 0xCD }, { "Ograve", 0xD2 }, { "Oacute", 0xD3 },
	{ "Ocircumflex", 0xD4 }, { "Otilde", 0xD5 }, { "Ugrave", 0xD9 }, { "Uacute", 0xDA }, { "Yacute", 0xDD }, { "agrave", 0xE0 },
	{ "aacute", 0xE1 }, { "acircumflex", 0xE2 }, { "atilde", 0xE3 }, { "egrave", 0xE8 }, { "eacute", 0xE9 }, { "ecircumflex", 0xEA },
	{ "igrave", 0xEC }, { "iacute", 0xED }, { "ograve", 0xF2 }, { "oacute", 0xF3 }, { "ocircumflex", 0xF4 }, { "otilde", 0xF5 },
	{ "ugrave", 0xF9 }, { "uacute", 0xFA }, { "yacute", 0xFD }, { "Abreve", 0x102 }, { "abreve", 0x103 }, { "Dcroat", 0x110 },
	{ "dcroat", 0x111 }, { "Itilde", 0x128 }, { "itilde", 0x129 }, { "Utilde", 0x168 }, { "utilde", 0x169 }, { "Ohorn", 0x1A0 },
	{ "ohorn", 0x1A1 }, { "Uhorn", 0x1AF }, { "uhorn", 0x1B0 },
};

static uint32_t hex_char(const char *s)
{
	char *end;
	size_t n = strspn(s, "0123456789ABCDEFabcdef");
	unsigned long c = n >= 4 && n <= 6 ? strtoul(s, &end, 16) : 0;
	return c <= 0x10FFFF ? (uint32_t)c : 0;
}

uint32_t glyph_name_char(const char *name)
{
	name += *name == '/';
	if (name[0] != '\0' && name[1] == '\0' && name[0] > ' ' && name[0] < 0x7f)
		return (uint32_t)name[0];
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (!strcmp(names[i].name, name))
			return names[i].c;
	if (!strncmp(name, "uni", 3))
		return hex_char(name + 3);
	return name[0] == 'u' ? hex_char(name + 1) : 0;
}
