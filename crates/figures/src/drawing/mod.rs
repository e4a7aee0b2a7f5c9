//! View models → what is drawn of them: colours, sizes, and where everything
//! lies. What ECharts draws is told to it as its options ([`option`]).

mod marked;
mod options;
mod palette;
mod signs;
mod template;

pub use options::{labels_width, option, option_over_time};
pub use palette::Style;
pub(crate) use template::text as json_text;
