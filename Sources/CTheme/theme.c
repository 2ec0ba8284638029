#include "CTheme.h"

/* One array per file, then the table of them. A test compares this file with the folder, and updates it. */
static const unsigned char assets_ages_js[] = {
#embed "../../Templates/assets/ages.js"
};
static const unsigned char assets_apple_touch_icon_png[] = {
#embed "../../Templates/assets/apple-touch-icon.png"
};
static const unsigned char assets_card_css[] = {
#embed "../../Templates/assets/card.css"
};
static const unsigned char assets_card_js[] = {
#embed "../../Templates/assets/card.js"
};
static const unsigned char assets_cell_facts_js[] = {
#embed "../../Templates/assets/cell-facts.js"
};
static const unsigned char assets_cite_css[] = {
#embed "../../Templates/assets/cite.css"
};
static const unsigned char assets_cite_js[] = {
#embed "../../Templates/assets/cite.js"
};
static const unsigned char assets_compare_css[] = {
#embed "../../Templates/assets/compare.css"
};
static const unsigned char assets_compare_js[] = {
#embed "../../Templates/assets/compare.js"
};
static const unsigned char assets_coverage_js[] = {
#embed "../../Templates/assets/coverage.js"
};
static const unsigned char assets_favicon_png[] = {
#embed "../../Templates/assets/favicon.png"
};
static const unsigned char assets_favicon_svg[] = {
#embed "../../Templates/assets/favicon.svg"
};
static const unsigned char assets_frame_code_js[] = {
#embed "../../Templates/assets/frame-code.js"
};
static const unsigned char assets_framed_css[] = {
#embed "../../Templates/assets/framed.css"
};
static const unsigned char assets_framed_js[] = {
#embed "../../Templates/assets/framed.js"
};
static const unsigned char assets_icon_512_png[] = {
#embed "../../Templates/assets/icon-512.png"
};
static const unsigned char assets_lead_on_js[] = {
#embed "../../Templates/assets/lead-on.js"
};
static const unsigned char assets_matrix_css[] = {
#embed "../../Templates/assets/matrix.css"
};
static const unsigned char assets_matrix_js[] = {
#embed "../../Templates/assets/matrix.js"
};
static const unsigned char assets_moves_js[] = {
#embed "../../Templates/assets/moves.js"
};
static const unsigned char assets_pages_css[] = {
#embed "../../Templates/assets/pages.css"
};
static const unsigned char assets_pictures_css[] = {
#embed "../../Templates/assets/pictures.css"
};
static const unsigned char assets_reading_css[] = {
#embed "../../Templates/assets/reading.css"
};
static const unsigned char assets_reading_js[] = {
#embed "../../Templates/assets/reading.js"
};
static const unsigned char assets_redirect_js[] = {
#embed "../../Templates/assets/redirect.js"
};
static const unsigned char assets_report_error_js[] = {
#embed "../../Templates/assets/report-error.js"
};
static const unsigned char assets_search_css[] = {
#embed "../../Templates/assets/search.css"
};
static const unsigned char assets_search_js[] = {
#embed "../../Templates/assets/search.js"
};
static const unsigned char assets_site_css[] = {
#embed "../../Templates/assets/site.css"
};
static const unsigned char assets_site_js[] = {
#embed "../../Templates/assets/site.js"
};
static const unsigned char assets_subjects_css[] = {
#embed "../../Templates/assets/subjects.css"
};
static const unsigned char assets_tables_js[] = {
#embed "../../Templates/assets/tables.js"
};
static const unsigned char assets_years_js[] = {
#embed "../../Templates/assets/years.js"
};
static const unsigned char change_mustache[] = {
#embed "../../Templates/change.mustache"
};
static const unsigned char changes_mustache[] = {
#embed "../../Templates/changes.mustache"
};
static const unsigned char corrections_mustache[] = {
#embed "../../Templates/corrections.mustache"
};
static const unsigned char coverage_mustache[] = {
#embed "../../Templates/coverage.mustache"
};
static const unsigned char data_mustache[] = {
#embed "../../Templates/data.mustache"
};
static const unsigned char edition_mustache[] = {
#embed "../../Templates/edition.mustache"
};
static const unsigned char editions_mustache[] = {
#embed "../../Templates/editions.mustache"
};
static const unsigned char footer_mustache[] = {
#embed "../../Templates/footer.mustache"
};
static const unsigned char framed_mustache[] = {
#embed "../../Templates/framed.mustache"
};
static const unsigned char header_mustache[] = {
#embed "../../Templates/header.mustache"
};
static const unsigned char home_mustache[] = {
#embed "../../Templates/home.mustache"
};
static const unsigned char issue_year_mustache[] = {
#embed "../../Templates/issue-year.mustache"
};
static const unsigned char issue_mustache[] = {
#embed "../../Templates/issue.mustache"
};
static const unsigned char issues_mustache[] = {
#embed "../../Templates/issues.mustache"
};
static const unsigned char languages_ar_yml[] = {
#embed "../../Templates/languages/ar.yml"
};
static const unsigned char languages_de_yml[] = {
#embed "../../Templates/languages/de.yml"
};
static const unsigned char languages_en_yml[] = {
#embed "../../Templates/languages/en.yml"
};
static const unsigned char languages_es_yml[] = {
#embed "../../Templates/languages/es.yml"
};
static const unsigned char languages_fr_yml[] = {
#embed "../../Templates/languages/fr.yml"
};
static const unsigned char languages_it_yml[] = {
#embed "../../Templates/languages/it.yml"
};
static const unsigned char languages_pl_yml[] = {
#embed "../../Templates/languages/pl.yml"
};
static const unsigned char languages_uk_yml[] = {
#embed "../../Templates/languages/uk.yml"
};
static const unsigned char languages_zh_yml[] = {
#embed "../../Templates/languages/zh.yml"
};
static const unsigned char layout_mustache[] = {
#embed "../../Templates/layout.mustache"
};
static const unsigned char map_mustache[] = {
#embed "../../Templates/map.mustache"
};
static const unsigned char matrix_mustache[] = {
#embed "../../Templates/matrix.mustache"
};
static const unsigned char method_mustache[] = {
#embed "../../Templates/method.mustache"
};
static const unsigned char moves_mustache[] = {
#embed "../../Templates/moves.mustache"
};
static const unsigned char not_found_mustache[] = {
#embed "../../Templates/not-found.mustache"
};
static const unsigned char options_mustache[] = {
#embed "../../Templates/options.mustache"
};
static const unsigned char page_mustache[] = {
#embed "../../Templates/page.mustache"
};
static const unsigned char pair_mustache[] = {
#embed "../../Templates/pair.mustache"
};
static const unsigned char pairs_mustache[] = {
#embed "../../Templates/pairs.mustache"
};
static const unsigned char paper_css[] = {
#embed "../../Templates/paper.css"
};
static const unsigned char partials_aliases_mustache[] = {
#embed "../../Templates/partials/aliases.mustache"
};
static const unsigned char partials_authored_text_mustache[] = {
#embed "../../Templates/partials/authored-text.mustache"
};
static const unsigned char partials_badges_mustache[] = {
#embed "../../Templates/partials/badges.mustache"
};
static const unsigned char partials_byline_mustache[] = {
#embed "../../Templates/partials/byline.mustache"
};
static const unsigned char partials_citation_script_mustache[] = {
#embed "../../Templates/partials/citation-script.mustache"
};
static const unsigned char partials_filters_mustache[] = {
#embed "../../Templates/partials/filters.mustache"
};
static const unsigned char partials_frame_code_mustache[] = {
#embed "../../Templates/partials/frame-code.mustache"
};
static const unsigned char partials_head_mustache[] = {
#embed "../../Templates/partials/head.mustache"
};
static const unsigned char partials_pair_tables_mustache[] = {
#embed "../../Templates/partials/pair-tables.mustache"
};
static const unsigned char partials_tags_mustache[] = {
#embed "../../Templates/partials/tags.mustache"
};
static const unsigned char partials_tensions_mustache[] = {
#embed "../../Templates/partials/tensions.mustache"
};
static const unsigned char partials_year_mustache[] = {
#embed "../../Templates/partials/year.mustache"
};
static const unsigned char parties_mustache[] = {
#embed "../../Templates/parties.mustache"
};
static const unsigned char party_year_mustache[] = {
#embed "../../Templates/party-year.mustache"
};
static const unsigned char party_mustache[] = {
#embed "../../Templates/party.mustache"
};
static const unsigned char report_mustache[] = {
#embed "../../Templates/report.mustache"
};
static const unsigned char reports_mustache[] = {
#embed "../../Templates/reports.mustache"
};
static const unsigned char source_mustache[] = {
#embed "../../Templates/source.mustache"
};
static const unsigned char sources_mustache[] = {
#embed "../../Templates/sources.mustache"
};
static const unsigned char tensions_mustache[] = {
#embed "../../Templates/tensions.mustache"
};
static const unsigned char withdrawn_mustache[] = {
#embed "../../Templates/withdrawn.mustache"
};

static const struct standpoint_theme_file files[] = {
  {"assets/ages.js", assets_ages_js, sizeof assets_ages_js},
  {"assets/apple-touch-icon.png", assets_apple_touch_icon_png, sizeof assets_apple_touch_icon_png},
  {"assets/card.css", assets_card_css, sizeof assets_card_css},
  {"assets/card.js", assets_card_js, sizeof assets_card_js},
  {"assets/cell-facts.js", assets_cell_facts_js, sizeof assets_cell_facts_js},
  {"assets/cite.css", assets_cite_css, sizeof assets_cite_css},
  {"assets/cite.js", assets_cite_js, sizeof assets_cite_js},
  {"assets/compare.css", assets_compare_css, sizeof assets_compare_css},
  {"assets/compare.js", assets_compare_js, sizeof assets_compare_js},
  {"assets/coverage.js", assets_coverage_js, sizeof assets_coverage_js},
  {"assets/favicon.png", assets_favicon_png, sizeof assets_favicon_png},
  {"assets/favicon.svg", assets_favicon_svg, sizeof assets_favicon_svg},
  {"assets/frame-code.js", assets_frame_code_js, sizeof assets_frame_code_js},
  {"assets/framed.css", assets_framed_css, sizeof assets_framed_css},
  {"assets/framed.js", assets_framed_js, sizeof assets_framed_js},
  {"assets/icon-512.png", assets_icon_512_png, sizeof assets_icon_512_png},
  {"assets/lead-on.js", assets_lead_on_js, sizeof assets_lead_on_js},
  {"assets/matrix.css", assets_matrix_css, sizeof assets_matrix_css},
  {"assets/matrix.js", assets_matrix_js, sizeof assets_matrix_js},
  {"assets/moves.js", assets_moves_js, sizeof assets_moves_js},
  {"assets/pages.css", assets_pages_css, sizeof assets_pages_css},
  {"assets/pictures.css", assets_pictures_css, sizeof assets_pictures_css},
  {"assets/reading.css", assets_reading_css, sizeof assets_reading_css},
  {"assets/reading.js", assets_reading_js, sizeof assets_reading_js},
  {"assets/redirect.js", assets_redirect_js, sizeof assets_redirect_js},
  {"assets/report-error.js", assets_report_error_js, sizeof assets_report_error_js},
  {"assets/search.css", assets_search_css, sizeof assets_search_css},
  {"assets/search.js", assets_search_js, sizeof assets_search_js},
  {"assets/site.css", assets_site_css, sizeof assets_site_css},
  {"assets/site.js", assets_site_js, sizeof assets_site_js},
  {"assets/subjects.css", assets_subjects_css, sizeof assets_subjects_css},
  {"assets/tables.js", assets_tables_js, sizeof assets_tables_js},
  {"assets/years.js", assets_years_js, sizeof assets_years_js},
  {"change.mustache", change_mustache, sizeof change_mustache},
  {"changes.mustache", changes_mustache, sizeof changes_mustache},
  {"corrections.mustache", corrections_mustache, sizeof corrections_mustache},
  {"coverage.mustache", coverage_mustache, sizeof coverage_mustache},
  {"data.mustache", data_mustache, sizeof data_mustache},
  {"edition.mustache", edition_mustache, sizeof edition_mustache},
  {"editions.mustache", editions_mustache, sizeof editions_mustache},
  {"footer.mustache", footer_mustache, sizeof footer_mustache},
  {"framed.mustache", framed_mustache, sizeof framed_mustache},
  {"header.mustache", header_mustache, sizeof header_mustache},
  {"home.mustache", home_mustache, sizeof home_mustache},
  {"issue-year.mustache", issue_year_mustache, sizeof issue_year_mustache},
  {"issue.mustache", issue_mustache, sizeof issue_mustache},
  {"issues.mustache", issues_mustache, sizeof issues_mustache},
  {"languages/ar.yml", languages_ar_yml, sizeof languages_ar_yml},
  {"languages/de.yml", languages_de_yml, sizeof languages_de_yml},
  {"languages/en.yml", languages_en_yml, sizeof languages_en_yml},
  {"languages/es.yml", languages_es_yml, sizeof languages_es_yml},
  {"languages/fr.yml", languages_fr_yml, sizeof languages_fr_yml},
  {"languages/it.yml", languages_it_yml, sizeof languages_it_yml},
  {"languages/pl.yml", languages_pl_yml, sizeof languages_pl_yml},
  {"languages/uk.yml", languages_uk_yml, sizeof languages_uk_yml},
  {"languages/zh.yml", languages_zh_yml, sizeof languages_zh_yml},
  {"layout.mustache", layout_mustache, sizeof layout_mustache},
  {"map.mustache", map_mustache, sizeof map_mustache},
  {"matrix.mustache", matrix_mustache, sizeof matrix_mustache},
  {"method.mustache", method_mustache, sizeof method_mustache},
  {"moves.mustache", moves_mustache, sizeof moves_mustache},
  {"not-found.mustache", not_found_mustache, sizeof not_found_mustache},
  {"options.mustache", options_mustache, sizeof options_mustache},
  {"page.mustache", page_mustache, sizeof page_mustache},
  {"pair.mustache", pair_mustache, sizeof pair_mustache},
  {"pairs.mustache", pairs_mustache, sizeof pairs_mustache},
  {"paper.css", paper_css, sizeof paper_css},
  {"partials/aliases.mustache", partials_aliases_mustache, sizeof partials_aliases_mustache},
  {"partials/authored-text.mustache", partials_authored_text_mustache, sizeof partials_authored_text_mustache},
  {"partials/badges.mustache", partials_badges_mustache, sizeof partials_badges_mustache},
  {"partials/byline.mustache", partials_byline_mustache, sizeof partials_byline_mustache},
  {"partials/citation-script.mustache", partials_citation_script_mustache, sizeof partials_citation_script_mustache},
  {"partials/filters.mustache", partials_filters_mustache, sizeof partials_filters_mustache},
  {"partials/frame-code.mustache", partials_frame_code_mustache, sizeof partials_frame_code_mustache},
  {"partials/head.mustache", partials_head_mustache, sizeof partials_head_mustache},
  {"partials/pair-tables.mustache", partials_pair_tables_mustache, sizeof partials_pair_tables_mustache},
  {"partials/tags.mustache", partials_tags_mustache, sizeof partials_tags_mustache},
  {"partials/tensions.mustache", partials_tensions_mustache, sizeof partials_tensions_mustache},
  {"partials/year.mustache", partials_year_mustache, sizeof partials_year_mustache},
  {"parties.mustache", parties_mustache, sizeof parties_mustache},
  {"party-year.mustache", party_year_mustache, sizeof party_year_mustache},
  {"party.mustache", party_mustache, sizeof party_mustache},
  {"report.mustache", report_mustache, sizeof report_mustache},
  {"reports.mustache", reports_mustache, sizeof reports_mustache},
  {"source.mustache", source_mustache, sizeof source_mustache},
  {"sources.mustache", sources_mustache, sizeof sources_mustache},
  {"tensions.mustache", tensions_mustache, sizeof tensions_mustache},
  {"withdrawn.mustache", withdrawn_mustache, sizeof withdrawn_mustache},
};

const struct standpoint_theme_file *standpoint_theme_files(void) { return files; }

size_t standpoint_theme_file_count(void) { return sizeof files / sizeof files[0]; }
