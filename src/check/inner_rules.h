#ifndef CHECK_INNER_RULES_H
#define CHECK_INNER_RULES_H
/* The functions of the rules, by the room they stand in; the table in rules.c names them. */
#include "check/inner.h"

typedef void rule_fn(struct checker *c);
/* page.c */
rule_fn rule_paper, rule_margins, rule_colour, rule_unicode, rule_page_number, rule_body_size, rule_size_set, rule_body_align, rule_spacing, rule_empty, rule_broken;
/* head.c */
rule_fn rule_motto, rule_motto_rule, rule_issuer, rule_issuer_rule, rule_issuer_full, rule_number_line, rule_type_code, rule_letter_code, rule_org_code,
	rule_date_line, rule_title, rule_about, rule_subject;
/* dates.c */
rule_fn rule_same_year, rule_dates, rule_month_words;
/* cites.c */
rule_fn rule_bases, rule_bases_full, rule_first_full, rule_order, rule_bare, rule_future, rule_one_number;
/* briefs.c */
rule_fn rule_brief, rule_abbreviations;
/* numbers.c */
rule_fn rule_gaps, rule_letters, rule_sections, rule_labels, rule_heading_ends, rule_list_ends;
/* marks.c */
rule_fn rule_end_mark, rule_punctuation, rule_capital_after, rule_repeated, rule_structure_words, rule_leftovers, rule_ambiguous_commas;
/* spelling.c */
rule_fn rule_tones, rule_syllables;
/* bodies.c */
rule_fn rule_names, rule_two_names, rule_abolished, rule_tasks;
/* sums.c */
rule_fn rule_sums;
/* closing.c */
rule_fn rule_addressees, rule_as_above, rule_recipients, rule_filing, rule_prefix, rule_signer_title, rule_signer_name, rule_signer_power;
/* annexes.c */
rule_fn rule_annexes, rule_annex_heading, rule_urgency, rule_secret, rule_contact, rule_lengths;
/* party.c */
rule_fn rule_party_head, rule_party_margins, rule_party_number, rule_party_hyphens, rule_party_body, rule_party_sign, rule_party_recipients, rule_party_addressees,
	rule_party_annex, rule_mixed, rule_party_type, rule_party_series;
#endif
