//! The scenarios: what a reader does, and what must be on the page then.

mod about;
mod accessibility;
mod backdrop;
mod comparison;
mod copying;
mod drawings;
mod embed;
mod failures;
mod faults;
mod figures;
mod files;
mod finding;
mod folder;
mod harness;
mod headlines;
mod host_script;
mod keyboard;
mod kommuner;
mod labels;
mod layout;
mod leaks;
mod links;
mod loading;
mod modelled;
mod numbers;
mod other_pages;
mod panics;
mod paper;
mod prerendered;
mod present;
mod questions;
mod ranking;
mod sexes;
mod share;
mod sheet;
mod speed;
mod topics;
mod translation;
mod unstarted;
mod walk;
mod walks;

use crate::harness::{Engine, Page};
use anyhow::Result;
use std::pin::Pin;

/// One thing that must work, in every browser or in one.
pub(crate) struct Scenario {
    /// `<module>::<function>`.
    pub(crate) name: &'static str,
    /// The only browser that it can be played in, if not in all.
    pub(crate) only: Option<Engine>,
    /// Plays it.
    pub(crate) play: for<'a> fn(&'a Page) -> Play<'a>,
}

impl Scenario {
    /// Whether it measures and proves nothing: `cargo xtask bench` alone plays it.
    pub(crate) fn measures(&self) -> bool {
        self.name.starts_with("speed::")
    }
}

/// A scenario being played.
type Play<'a> = Pin<Box<dyn Future<Output = Result<()>> + 'a>>;

macro_rules! scenarios {
    ($($module:ident::$function:ident $(in $engine:ident)?,)*) => {
        /// Every scenario, in the order in which they are played.
        pub(crate) const ALL: &[Scenario] = &[$(Scenario {
            name: concat!(stringify!($module), "::", stringify!($function)),
            only: scenarios!(@only $($engine)?),
            play: |page| Box::pin($module::$function(page)),
        },)*];
    };
    (@only) => { None };
    (@only $engine:ident) => { Some(Engine::$engine) };
}

scenarios! {
    harness::the_policy_is_in_force_and_the_console_is_heard,
    harness::complaints_of_a_script_are_heard,
    harness::headers_are_the_production_headers,
    numbers::half_year_means_are_those_of_the_published_months,
    numbers::months_of_three_areas_are_those_published,
    figures::every_kind_of_every_table_is_drawn,
    figures::every_figure_of_the_gallery_is_in_its_state,
    figures::a_reading_has_its_share_and_change_and_is_held_until_let_go,
    figures::colours_and_language_change_in_place,
    backdrop::riket_and_what_happened_are_put_behind_lines,
    sexes::women_and_men_are_read_in_one_chart,
    drawings::points_lie_where_their_numbers_are,
    drawings::contents_of_two_topics_are_set_against_each_other,
    drawings::small_charts_are_read_together,
    drawings::parts_are_of_the_same_whole,
    headlines::the_edition_of_december_2024,
    headlines::the_edition_of_june_2026,
    headlines::in_english,
    links::a_bad_link_shows_the_nearest_view_and_says_so,
    links::links_that_mail_and_chat_have_changed_show_what_was_meant,
    links::back_and_forward_walk_through_the_choices,
    links::a_reload_shows_the_same,
    links::every_page_of_the_menu_opens,
    links::figures_of_a_former_edition_are_a_press_away,
    folder::every_view_opens_from_a_folder,
    folder::numbers_and_links_hold_in_a_folder,
    folder::a_page_of_a_kommun_opens_from_a_folder,
    folder::every_view_opens_from_a_single_file,
    folder::numbers_and_links_hold_in_a_single_file,
    folder::what_a_folder_leaves_out_is_said,
    folder::licences_go_with_each_copy,
    folder::a_file_with_other_figures_is_refused,
    folder::a_page_without_its_files_says_what_to_do,
    failures::a_tampered_table_is_refused_and_retried,
    failures::a_missing_table_is_reported_and_retried,
    failures::a_broken_manifest_is_reported_and_retried,
    failures::a_missing_rest_of_the_explorer_is_reported_and_retried,
    unstarted::without_the_script_of_start,
    unstarted::in_somebodys_page,
    unstarted::kept_from_the_last_deploy,
    unstarted::without_the_last_slash,
    faults::every_file_of_the_site_is_missing_cut_or_another,
    faults::offline_in_the_midst_and_back,
    faults::printing_while_it_loads_leaves_it_loading,
    faults::quick_presses_end_with_the_last,
    walks::every_kind_is_walked_in_the_site,
    walks::every_kind_is_walked_in_a_frame,
    walks::every_kind_is_walked_in_a_folder,
    walks::a_long_ranking_is_scrolled_by_its_keys,
    walks::a_line_is_heard_as_tones,
    walks::a_frame_of_any_size_has_its_numbers,
    keyboard::the_resolution_is_chosen,
    keyboard::riket_is_added,
    keyboard::an_area_is_found_by_name,
    keyboard::the_period_is_moved,
    keyboard::handles_that_lie_on_each_other_can_be_parted,
    keyboard::a_kommun_is_ticked_in_the_list_of_its_lan,
    keyboard::women_are_chosen,
    keyboard::the_overview_changes_its_area,
    finding::names_as_people_write_them_are_found,
    finding::an_area_without_figures_leads_to_those_it_has,
    finding::links_by_name_and_former_code_are_followed,
    kommuner::the_map_says_value_and_rank_by_keyboard,
    kommuner::the_map_of_the_overview_leads_on,
    kommuner::the_country_reacts_at_once,
    modelled::three_lines_of_women_are_those_of_the_files,
    modelled::modelled_figures_are_marked_and_left_without_a_trace,
    modelled::the_model_is_found_among_the_editions_alone,
    modelled::a_site_without_the_model_does_not_speak_of_it,
    modelled::what_was_not_reported_is_never_a_number,
    loading::a_view_of_dalarna_never_loads_the_country,
    loading::slow_answers_show_progress_and_can_be_stopped,
    loading::a_first_view_that_is_stopped_has_a_way_on,
    loading::one_failed_file_of_many_is_fetched_again_alone,
    leaks::five_hundred_choices_leave_the_page_as_it_was,
    layout::nothing_scrolls_sideways,
    labels::long_ones_make_no_page_wide,
    layout::no_page_has_an_id_twice,
    layout::nothing_moves_while_loading in Chromium,
    layout::the_chosen_tab_is_in_sight,
    layout::forced_colours_tell_what_is_chosen in Chromium,
    paper::every_view_prints_whole,
    host_script::heights_follow_their_own_frames,
    host_script::nobody_else_sets_a_height,
    host_script::frames_that_spoke_before_the_script_are_heard,
    host_script::diagrams_come_and_go,
    host_script::pages_written_from_the_right_have_whole_frames,
    host_script::a_refused_frame_leaves_headline_and_link,
    other_pages::a_frame_in_a_hidden_tab_keeps_its_height,
    other_pages::a_page_around_prints_whole_figures,
    other_pages::code_that_a_content_system_has_changed_shows_the_figure,
    embed::it_fits_every_frame,
    embed::options_are_kept_and_nothing_is_pushed,
    embed::notes_are_left_out_and_the_source_stays,
    embed::an_agenda_on_another_site_shows_three_figures,
    embed::heights_follow_within_a_tenth_of_a_second,
    embed::the_page_around_does_not_move in Chromium,
    embed::zoom_cuts_nothing_off in Chromium,
    copying::tables_paste_as_numbers,
    copying::a_single_number_is_one,
    share::every_file_holds_the_figure,
    share::every_file_holds_the_figure_in_a_folder,
    share::every_file_holds_the_figure_in_a_single_file,
    share::links_and_codes_are_copied_by_keyboard,
    panics::a_panic_before_anything_is_shown_is_told,
    panics::a_panic_beside_figures_is_told,
    panics::a_panic_in_somebodys_page_fills_the_frame,
    prerendered::they_say_what_the_explorer_says,
    prerendered::the_explorer_takes_over_in_place,
    prerendered::they_are_for_everyone_before_the_code_is_there,
    prerendered::a_press_before_the_code_is_there_is_followed,
    prerendered::back_and_forward_lead_across_pages,
    prerendered::former_links_show_what_they_did,
    prerendered::the_explorer_never_flashes_the_first_page,
    prerendered::without_the_module_a_page_keeps_its_figures,
    prerendered::they_are_whole_without_scripts in Chromium,
    ranking::one_of_all_kommuner_is_found,
    ranking::the_area_chosen_is_in_sight,
    ranking::the_months_are_played_and_paused,
    ranking::drawings_move_to_the_next_figures,
    ranking::nothing_plays_by_itself_for_those_who_want_less_motion in Chromium,
    comparison::one_area_is_exchanged_for_another,
    comparison::kommuner_alike_are_compared_by_one_press,
    about::it_tells_of_tables_and_of_what_was_revised,
    about::it_leads_to_the_licences_of_its_libraries,
    sheet::its_benefits_are_those_published,
    sheet::a_plan_is_chosen_by_keyboard,
    sheet::the_country_is_fetched_only_for_a_place_in_it,
    topics::links_to_topics_draw_real_figures,
    topics::links_to_topics_draw_real_figures_in_a_folder,
    topics::the_start_page_tells_every_topic_and_leads_to_it,
    topics::a_forbund_sees_its_plan_together_and_apart,
    topics::the_fact_sheet_has_a_row_for_every_topic,
    questions::falun_borlange_against_last_year,
    questions::the_lowest_in_ten_years,
    questions::what_drives_the_change,
    questions::falun_against_gavle,
    questions::kommuner_like_falun,
    questions::the_part_that_is_sjukpenning,
    questions::women_and_men_in_mora,
    questions::the_pandemic,
    questions::how_many_work_in_falun,
    questions::the_forsorjningskvot_of_falun,
    questions::what_bistand_costs_in_borlange,
    questions::the_highest_in_dalarna_and_our_place,
    translation::a_translated_page_follows_every_choice,
    present::a_figure_fills_the_window_and_keys_lead_through_the_list,
    present::a_list_is_made_by_presses,
    present::it_is_shown_from_a_folder,
    walk::anything_is_pressed,
    accessibility::every_view_in_light,
    accessibility::every_view_in_dark,
    accessibility::every_figure_of_the_gallery in Chromium,
    speed::any_choice_on_a_slow_phone in Chromium,
    speed::the_first_view_on_a_slow_phone in Chromium,
}
